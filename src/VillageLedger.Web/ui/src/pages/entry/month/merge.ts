import type { Cell, Column, Owner, ReportView } from '../../../api'

export const stages = ['prepared', 'reviewed', 'returned', 'posted', 'discarded', 'all'] as const
export type Stage = (typeof stages)[number]

/** What the report is asked for; finer stages are picked from the unposted. */
export function stateOption(stage: Stage): string {
  if (stage === 'posted' || stage === 'discarded' || stage === 'all') return stage
  return 'unposted'
}

export interface Listed {
  owner: Owner
  view: ReportView
}

/** Lists of several villages as one; with one village its name is not said in every row. */
export function merged(lists: Listed[], stage: Stage, heading: string): ReportView | undefined {
  const first = lists[0]?.view
  if (!first) return undefined
  const at = first.columns.findIndex(column => column.name === 'state')
  const isWanted = (row: Cell[]) => stage === 'all' || at < 0 || row[at] === stage
  const village: Column = { name: 'owner', heading, kind: 'text', isKey: false, isShown: lists.length > 1 }
  // A column without anything in it is left out of one list and not of another.
  const columns = first.columns.map((column, i) => ({ ...column, isShown: lists.some(({ view }) => view.columns[i]?.isShown) }))
  return {
    ...first,
    subject: '',
    columns: [village, ...columns],
    rows: lists.flatMap(({ owner, view }) => view.rows.filter(isWanted).map(row => [owner.name, ...row])),
    totals: null,
    words: mergedWords(lists),
    notes: [],
  }
}

/** Each list says only the words that stand in it. */
function mergedWords(lists: Listed[]): ReportView['words'] {
  const all: ReportView['words'] = {}
  for (const { view } of lists) for (const [column, words] of Object.entries(view.words)) all[column] = { ...all[column], ...words }
  return all
}

export interface ListedVoucher {
  voucher: string
  owner: string
  state: string
  preparedBy: string
  label: string
}

/** Vouchers by id, with what is needed to act on them. */
export function vouchersOf(lists: Listed[]): Map<string, ListedVoucher> {
  const all = new Map<string, ListedVoucher>()
  for (const { owner, view } of lists) {
    const at = (name: string) => view.columns.findIndex(column => column.name === name)
    const [id, state, by, summary, date] = [at('voucher'), at('state'), at('preparedBy'), at('summary'), at('date')]
    for (const row of view.rows)
      all.set(String(row[id]), { voucher: String(row[id]), owner: owner.owner, state: String(row[state]), preparedBy: String(row[by] ?? ''), label: `${owner.name} ${row[date] ?? ''} ${row[summary] ?? ''}` })
  }
  return all
}
