import type { Account, Fields, Outcome, WrittenLine, WrittenVoucher } from '../../../api'
import { parseYuan, yuan } from '../../../money'
import { parseDate } from './dates'
import { amountFault, amountText, difference, emptyLine, isBlank, nextKey, padded, parseQuantity, quantityText, type Draft, type Field, type Line } from './grid'

/** What keeps a voucher from being sent: at a line and field, or of the whole. */
export interface Fault {
  /** The line's key. */
  line?: number
  field?: Field | 'date' | 'count'
  /** A key of the texts, with values. */
  key: string
  values?: Record<string, string | number>
}

/** What the page sees before anything is sent; the server decides again. */
export function faultsOf(draft: Draft, accounts: Map<string, Account>): Fault[] {
  const lines = draft.lines.filter(line => !isBlank(line))
  const faults: Fault[] = []
  if (!parseDate(draft.date, draft.date)) faults.push({ field: 'date', key: 'fault.date' })
  if (draft.attachmentCount !== '' && !/^\d{1,4}$/.test(draft.attachmentCount)) faults.push({ field: 'count', key: 'fault.count' })
  if (lines.length < 2) faults.push({ key: 'fault.two-lines' })
  for (const line of lines) faults.push(...faultsOfLine(line, draft.lines.indexOf(line) + 1, accounts))
  if (!lines.some(line => line.summary.trim())) faults.push({ line: (lines[0] ?? draft.lines[0])?.key, field: 'summary', key: 'fault.summary' })
  const gap = difference(lines)
  if (gap === undefined) faults.push({ key: 'fault.too-much' })
  else if (gap !== 0) faults.push({ key: gap > 0 ? 'fault.debit-more' : 'fault.credit-more', values: { amount: yuan(Math.abs(gap)) } })
  return faults
}

function faultsOfLine(line: Line, number: number, accounts: Map<string, Account>): Fault[] {
  const faults: Fault[] = []
  const at = (field: Field, key: string, values: Record<string, string | number> = {}) => faults.push({ line: line.key, field, key, values: { number, ...values } })
  const account = accounts.get(line.account.trim())
  if (!line.account.trim()) at('account', 'fault.account-empty')
  else if (accounts.size > 0 && !account) at('account', 'fault.account-unknown', { account: line.account.trim() })
  else if (account && !account.leaf) at('account', 'fault.account-not-leaf', { account: `${account.account} ${account.name}` })
  for (const side of ['debit', 'credit'] as const) if (line[side].trim() && !parseYuan(line[side])) at(side, `fault.amount-${amountFault(line[side]) ?? 'none'}`, { text: line[side].trim() })
  if (!line.debit.trim() && !line.credit.trim()) at('debit', 'fault.amount-empty')
  for (const what of account?.requires ?? []) {
    const field = what as 'party' | 'project' | 'contract' | 'quantity'
    if (!line[field]?.trim()) at(field, `fault.needs-${what}`)
  }
  if (line.quantity.trim() && parseQuantity(line.quantity) === undefined) at('quantity', 'fault.quantity')
  else if (line.quantity.trim() && !line.unit.trim()) at('unit', 'fault.unit')
  return faults
}

/** The fields of prepare-voucher, or of amend-voucher. */
export function fieldsOf(draft: Draft): Fields {
  const lines = draft.lines.filter(line => !isBlank(line))
  const summary = summaryOf(draft, lines)
  return {
    ...(draft.amends ? { voucher: draft.amends } : {}),
    book: draft.book,
    date: parseDate(draft.date, draft.date) ?? draft.date,
    summary,
    type: draft.type.trim() || '记',
    ...(draft.isTransfer ? { kind: 'transfer' } : {}),
    ...(draft.attachmentCount === '' ? {} : { attachmentCount: Number(draft.attachmentCount) }),
    ...(draft.attachments.length ? { attachments: draft.attachments.map(({ name, sha256, invoice }) => ({ name, sha256, ...(invoice ? { invoice } : {}) })) } : {}),
    ...(draft.corrects ? { corrects: draft.corrects } : {}),
    ...(draft.concernsMonth ? { concernsMonth: draft.concernsMonth } : {}),
    ...(draft.sourceNumber ? { sourceNumber: draft.sourceNumber } : {}),
    lines: lines.map(line => fieldsOfLine(line, summary)),
  }
}

/** That of the first line that has one; an amended voucher keeps its own while a line still says it. */
function summaryOf(draft: Draft, lines: Line[]): string {
  const summaries = lines.map(line => line.summary.trim())
  return draft.summary && summaries.includes(draft.summary) ? draft.summary : (summaries.find(Boolean) ?? '')
}

function fieldsOfLine(line: Line, summary: string): Fields {
  const debit = parseYuan(line.debit)
  const text = (name: string, value: string) => (value.trim() ? { [name]: value.trim() } : {})
  const own = line.summary.trim()
  return {
    account: line.account.trim(),
    ...(debit ? { debitFen: debit } : { creditFen: parseYuan(line.credit) }),
    ...(own && own !== summary ? { summary: own } : {}),
    ...text('party', line.party),
    ...text('project', line.project),
    ...text('contract', line.contract),
    ...(line.quantity.trim() ? { quantity: { thousandths: parseQuantity(line.quantity), unit: line.unit.trim() } } : {}),
    ...(line.settlement
      ? { settlement: { kind: line.settlement, ...text('number', line.settlementNumber), ...text('date', line.settlementDate), ...text('payee', line.payee) } }
      : {}),
  }
}

/** The line that a refusal speaks of, from 1, among those that were sent. */
export function lineOfRefusal(detail: string): number | undefined {
  const match = /第\s*(\d+)\s*行|\bline (\d+)|lines\[(\d+)\]/i.exec(detail)
  return match ? Number(match[1] ?? match[2] ?? match[3]) : undefined
}

/** The key of the line that a refusal speaks of. */
export function refusedLine(draft: Draft, detail: string): number | undefined {
  const number = lineOfRefusal(detail)
  return number === undefined ? undefined : draft.lines.filter(line => !isBlank(line))[number - 1]?.key
}

/** A voucher as it was written, to be amended or copied. */
export function draftOf(written: WrittenVoucher, id: string): Draft {
  return {
    id,
    book: written.book,
    type: written.type,
    date: written.date,
    summary: written.summary,
    attachmentCount: written.attachmentCount === written.attachments.length ? '' : String(written.attachmentCount),
    attachments: written.attachments,
    lines: padded(written.lines.map((line, i) => lineOf(line, written.summary, i + 1))),
    ...(written.corrects ? { corrects: written.corrects } : {}),
    ...(written.concernsMonth ? { concernsMonth: written.concernsMonth } : {}),
    ...(written.sourceNumber ? { sourceNumber: written.sourceNumber } : {}),
    ...(written.kind === 'transfer' ? { isTransfer: true } : {}),
  }
}

function lineOf(line: WrittenLine, summary: string, key: number): Line {
  return {
    ...emptyLine(key),
    summary: line.summary ?? summary,
    account: line.account,
    debit: amountText(line.debitFen),
    credit: amountText(line.creditFen),
    party: line.party ?? '',
    project: line.project ?? '',
    contract: line.contract ?? '',
    quantity: quantityText(line.quantity?.thousandths),
    unit: line.quantity?.unit ?? '',
    settlement: line.settlement?.kind ?? '',
    settlementNumber: line.settlement?.number ?? '',
    settlementDate: line.settlement?.date ?? '',
    payee: line.settlement?.payee ?? '',
  }
}

/** Lines of another voucher, without what belongs to that one alone. */
export function copied(draft: Draft, id: string, date: string): Draft {
  const lines = draft.lines.filter(line => !isBlank(line)).map(line => ({ ...line, settlementNumber: '', settlementDate: '' }))
  return { id, book: draft.book, type: draft.type, date, attachmentCount: '', attachments: [], lines: padded(lines) }
}

/** Where a template's lines have another owner's keys, they are numbered anew. */
export function rekeyed(lines: Line[], others: Line[]): Line[] {
  return lines.map((line, i) => ({ ...line, key: nextKey(others) + i }))
}

export function isDone(outcome: Outcome): boolean {
  return outcome.outcome === 'done' || outcome.outcome === 'already-done'
}
