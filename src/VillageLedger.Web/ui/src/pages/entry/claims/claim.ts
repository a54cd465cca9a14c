import type { Cell, Fields, ReportView, WrittenClaim } from '../../../api'
import { parseYuan, plainYuan, sumFen } from '../../../money'
import type { Attached } from '../voucher/grid'

/** A claim while it is written (报账单); its id is that of the request that hands it in. */
export interface ClaimDraft {
  id: string
  book: string
  /** The returned claim that it replaces the words of. */
  amends?: string
  date: string
  payee: string
  lines: ClaimLine[]
  attachments: Attached[]
}

export interface ClaimLine {
  key: number
  summary: string
  amount: string
  account: string
  /** What this form has no field for: party, project, contract, fund. */
  others?: Fields
}

export type ClaimFault = { key: string; values?: Record<string, string | number> }

export function emptyClaim(id: string, book: string, date: string): ClaimDraft {
  return { id, book, date, payee: '', lines: [{ key: 1, summary: '', amount: '', account: '' }], attachments: [] }
}

export function withLine(draft: ClaimDraft): ClaimDraft {
  const key = draft.lines.reduce((most, line) => Math.max(most, line.key), 0) + 1
  return { ...draft, lines: [...draft.lines, { key, summary: '', amount: '', account: '' }] }
}

export function isBlankClaim(draft: ClaimDraft): boolean {
  return draft.attachments.length === 0 && draft.payee === '' && draft.lines.every(line => !line.summary.trim() && !line.amount.trim())
}

export function claimSum(draft: ClaimDraft): number | undefined {
  return sumFen(draft.lines.map(line => parseYuan(line.amount) ?? 0))
}

export function claimFaults(draft: ClaimDraft): ClaimFault[] {
  const faults: ClaimFault[] = []
  draft.lines.forEach((line, i) => {
    const number = i + 1
    if (!line.summary.trim()) faults.push({ key: 'claim-fault.summary', values: { number } })
    if ((parseYuan(line.amount) ?? 0) <= 0) faults.push({ key: 'claim-fault.amount', values: { number } })
  })
  if (!draft.payee.trim()) faults.push({ key: 'claim-fault.payee' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.date)) faults.push({ key: 'fault.date' })
  return faults
}

/** The fields of hand-in-claim, or of amend-claim. */
export function claimFields(draft: ClaimDraft): Fields {
  return {
    ...(draft.amends ? { claim: draft.amends } : { book: draft.book }),
    date: draft.date,
    lines: draft.lines.map(line => ({ summary: line.summary.trim(), amountFen: parseYuan(line.amount), ...(line.account ? { account: line.account } : {}), ...line.others })),
    payee: draft.payee,
    ...(draft.attachments.length ? { attachments: draft.attachments.map(({ name, sha256, invoice }) => ({ name, sha256, ...(invoice ? { invoice } : {}) })) } : {}),
  }
}

export interface Claim {
  claim: string
  date: string
  state: string
  amountFen: number
  summary: string
  lines: number
  payee: string
  payeeName: string
  madeBy: string
  approvedBy: string
  waitsFor: string
  voucher: string
  reason: string
}

export function claimsOf(view: ReportView): Claim[] {
  return view.rows.map(row => {
    const cell = (name: string): Cell => row[view.columns.findIndex(column => column.name === name)] ?? null
    const text = (name: string) => String(cell(name) ?? '')
    return {
      claim: text('claim'), date: text('date'), state: text('state'), amountFen: Number(cell('amountFen') ?? 0), summary: text('summary'), lines: Number(cell('lines') ?? 1), payee: text('payee'),
      payeeName: text('name'), madeBy: text('madeBy'), approvedBy: text('approvedBy'), waitsFor: text('waitsFor'), voucher: text('voucher'), reason: text('reason'),
    }
  })
}

/** The files of each claim, or of each question's answer, of the report of attachments. */
export function filesOf(view: ReportView | undefined, source: 'claim' | 'question' | 'voucher' = 'claim'): Map<string, Attached[]> {
  const files = new Map<string, Attached[]>()
  const at = (name: string) => view?.columns.findIndex(column => column.name === name) ?? -1
  const [of, id, name, sha256, type, stored] = [at('of'), at('id'), at('name'), at('sha256'), at('type'), at('stored')]
  for (const row of view?.rows ?? []) {
    if (row[of] !== source) continue
    const key = String(row[id])
    files.set(key, [...(files.get(key) ?? []), { name: String(row[name] ?? ''), sha256: String(row[sha256] ?? ''), ...(row[type] ? { type: String(row[type]) } : {}), ...(row[stored] === false ? { isStored: false } : {}) }])
  }
  return files
}

/** A returned claim, to be said anew. */
export function amending(written: WrittenClaim, id: string): ClaimDraft {
  return {
    id, book: written.book, amends: written.claim, date: written.date, payee: written.payee, attachments: written.attachments,
    lines: written.lines.map(({ summary, amountFen, account, ...others }, i) => ({ key: i + 1, summary, amount: plainYuan(amountFen), account: account ?? '', others })),
  }
}
