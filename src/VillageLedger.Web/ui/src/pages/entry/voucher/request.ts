import type { Account, Cell, Fields, Outcome, ReportView } from '../../../api'
import { parseYuan, yuan } from '../../../money'
import { parseDate } from './dates'
import { amountText, difference, emptyLine, isBlank, nextKey, padded, parseQuantity, quantityText, type Attached, type Draft, type Field, type Line } from './grid'

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
  for (const side of ['debit', 'credit'] as const) if (line[side].trim() && !parseYuan(line[side])) at(side, 'fault.amount', { text: line[side].trim() })
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
  const summary = lines.map(line => line.summary.trim()).find(Boolean) ?? ''
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

/** A voucher as the report `voucher` shows it, to be amended or copied. */
export function draftOfReport(view: ReportView, id: string): Draft {
  const head = Object.fromEntries(view.head.map(one => [one.name, one.value]))
  const index = Object.fromEntries(view.columns.map((column, i) => [column.name, i]))
  const lines = view.rows.map((row, i) => lineOfRow(row, index, i + 1))
  const files = filesOf(text(head['attachments']))
  const count = Number(head['attachmentCount'] ?? 0)
  return {
    id,
    book: text(head['book']),
    type: text(head['type']) || '记',
    date: text(head['date']),
    attachmentCount: count === files.length ? '' : String(count),
    attachments: files,
    lines: padded(lines),
    ...(head['corrects'] ? { corrects: text(head['corrects']) } : {}),
    ...(head['concernsMonth'] ? { concernsMonth: text(head['concernsMonth']) } : {}),
    ...(head['sourceNumber'] ? { sourceNumber: text(head['sourceNumber']) } : {}),
    ...(head['kind'] === 'transfer' ? { isTransfer: true } : {}),
  }
}

function lineOfRow(row: Cell[], index: Record<string, number>, key: number): Line {
  const cell = (name: string): Cell => row[index[name] ?? -1] ?? null
  return {
    ...emptyLine(key),
    summary: text(cell('summary')),
    account: text(cell('account')),
    debit: amountText(cell('debitFen')),
    credit: amountText(cell('creditFen')),
    party: text(cell('party')),
    project: text(cell('project')),
    contract: text(cell('contract')),
    quantity: quantityText(cell('quantityThousandths')),
    unit: text(cell('unit')),
    settlement: text(cell('settlementKind')),
    settlementNumber: text(cell('settlementNumber')),
    settlementDate: text(cell('settlementDate')),
    payee: text(cell('settlementPayee')),
  }
}

const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell))

/** `租金发票.pdf 9f86…; …` as the report writes it. */
function filesOf(list: string): Attached[] {
  return list.split('; ').flatMap(one => {
    const match = /^(.*) ([0-9a-f]{64})$/s.exec(one)
    return match ? [{ name: match[1]!, sha256: match[2]! }] : []
  })
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
