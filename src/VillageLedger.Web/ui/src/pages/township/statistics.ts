import type { Cell, Column, ReportView } from '../../api'
import { cutRate } from './growth'
import type { Mark } from './marks'

/** What a row of the statistics stands for. */
export const scopes = ['village', 'township', 'county', 'group'] as const
export type Scope = (typeof scopes)[number]

/** What the statistics are asked about: a county, a township or a group is summed as a whole, never only that part of it in which the reader happens to stand. */
export function placeOfScope(place: string | undefined, scope: Scope): string | undefined {
  if (scope === 'group') return undefined
  return scope === 'county' || scope === 'township' ? place?.slice(0, 6) : place
}

/** Classes of income as the columns have them, in the order in which they are drawn. */
export const classes = ['operatingFen', 'contractingFen', 'investmentFen', 'grantsFen', 'otherFen'] as const

export interface StatisticsRow {
  key: string
  name: string
  cell: (name: string) => Cell
}

export function rowsOf(view: ReportView): StatisticsRow[] {
  const places = new Map(view.columns.map((column, i) => [column.name, i]))
  const key = view.columns.findIndex(column => column.isKey)
  return view.rows.map(cells => {
    const cell = (name: string) => cells[places.get(name) ?? -1] ?? null
    return { key: String(cells[key] ?? ''), name: String(cell('name') ?? ''), cell }
  })
}

const shown = (scope: Scope) =>
  scope === 'village'
    ? ['name', 'marks', 'rank', 'operatingIncomeFen', 'operatingIncomeBeforeFen', 'operatingGrowthPpm', 'composition', 'totalIncomeFen', 'closedThrough']
    : ['name', 'marks', 'rank', 'villages', 'operatingIncomeFen', 'averageOperatingIncomeFen', 'operatingIncomeBeforeFen', 'operatingGrowthPpm', 'composition', 'totalIncomeFen', 'closedThrough']

interface Added {
  headings: Record<'marks' | 'composition' | 'closedThrough', string>
  marks: (row: StatisticsRow) => Mark[]
  textOf: (mark: Mark) => string
  closedThrough: (row: StatisticsRow) => string
}

/** The statistics as an auditor compares villages: fewer columns, and what the marks, the composition and the closing say. Keys stay, so that every figure is explained as in the report. */
export function compared(view: ReportView, scope: Scope, { headings, marks, textOf, closedThrough }: Added): ReportView {
  const rows = rowsOf(view)
  const added = (name: keyof Added['headings']): Column => ({ name, heading: headings[name], kind: 'text', isKey: false, isShown: true })
  const names = shown(scope)
  const keys = view.columns.filter(column => column.isKey)
  const columns = [
    ...names.flatMap(name => (name in headings ? [added(name as keyof Added['headings'])] : view.columns.filter(column => column.name === name))),
    ...keys.map(column => ({ ...column, isShown: false })),
  ]
  const valueOf = (row: StatisticsRow, name: string): Cell => {
    if (name === 'marks') return marks(row).map(textOf).join('、')
    if (name === 'closedThrough') return closedThrough(row)
    return name === 'composition' ? null : cut(name, row.cell(name))
  }
  return {
    ...view,
    columns,
    rows: rows.map(row => columns.map(column => valueOf(row, column.name))),
    totals: view.totals && columns.map(column => view.totals![view.columns.findIndex(one => one.name === column.name)] ?? null).map((cell, i) => cut(columns[i]!.name, cell)),
  }
}

function cut(name: string, cell: Cell): Cell {
  return name.endsWith('Ppm') && typeof cell === 'number' ? cutRate(cell) : cell
}
