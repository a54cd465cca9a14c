import type { Cell, ReportView } from '../../api'

/** Why a village needs a question, the gravest first. */
export const markKinds = ['negative-balance', 'falling', 'weak', 'not-closed', 'unposted', 'warnings', 'partial', 'no-book'] as const
export type MarkKind = (typeof markKinds)[number]

export interface Mark {
  kind: MarkKind
  /** What its text holds: a rate, a number, a month. */
  value?: string | number
}

export interface Checked {
  /** Accounts of money on the credit side. */
  negative: number
  warnings: number
}

export interface Known {
  growthPpm: number | null
  /** How far the figures of the period can be relied on. */
  state: string
  openVillages: number
  pendingVillages: number
  closedThrough?: string | null
  checked?: Checked
  isWeak?: boolean
}

export function marksOf(known: Known): Mark[] {
  const marks: Mark[] = []
  if (known.checked && known.checked.negative > 0) marks.push({ kind: 'negative-balance' })
  if (known.growthPpm !== null && known.growthPpm < 0) marks.push({ kind: 'falling', value: known.growthPpm })
  if (known.isWeak) marks.push({ kind: 'weak' })
  if (known.state === 'no-book') return [...marks, { kind: 'no-book' }]
  if (known.openVillages > 0) marks.push({ kind: 'not-closed', value: known.openVillages })
  if (known.pendingVillages > 0) marks.push({ kind: 'unposted', value: known.pendingVillages })
  if (known.checked && known.checked.warnings > 0) marks.push({ kind: 'warnings', value: known.checked.warnings })
  if (known.state === 'partial') marks.push({ kind: 'partial' })
  return marks
}

/** Money that the books say is less than nothing, and what else month-check warns of. */
export function checkedOf(view: Pick<ReportView, 'columns' | 'rows'>): Checked {
  const at = (row: Cell[], name: string) => row[view.columns.findIndex(column => column.name === name)]
  const found = view.rows.filter(row => at(row, 'state') !== 'ok')
  const isMoney = (row: Cell[]) => at(row, 'check') === 'cash-side' || at(row, 'check') === 'bank-side'
  return { negative: found.filter(isMoney).length, warnings: found.filter(row => !isMoney(row) && at(row, 'check') !== 'unposted-vouchers' && at(row, 'check') !== 'previous-month').length }
}

/** A threshold is of a year: that of the period where it ends with December, else the last one that is over. */
export function yearOfThreshold(lastMonth: string): number {
  const year = Number(lastMonth.slice(0, 4))
  return lastMonth.endsWith('-12') ? year : year - 1
}
