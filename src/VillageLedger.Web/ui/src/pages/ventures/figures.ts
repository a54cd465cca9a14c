import type { Cell, ReportView } from '../../api'
import type { AreaSeries, BarSeries, Bullet, Flow, FlowNode } from '../../charts'
import type { Allocation } from './venture'

/** A cell of a row by its column's name. */
export function at(view: Pick<ReportView, 'columns'>, row: Cell[], name: string): Cell {
  const index = view.columns.findIndex(column => column.name === name)
  return index < 0 ? null : (row[index] ?? null)
}

const fen = (cell: Cell) => (typeof cell === 'number' ? cell : 0)

/** Versions of shares as steps over time: one date for each version, and `until` as the last. */
export function sharesOverTime(view: Pick<ReportView, 'columns' | 'rows'>, until: string): { dates: string[]; series: AreaSeries[] } {
  const names = new Map<string, string>()
  const byDate = new Map<string, Map<string, number>>()
  for (const row of view.rows) {
    const holder = String(at(view, row, 'holder'))
    const from = String(at(view, row, 'from'))
    names.set(holder, String(at(view, row, 'name') ?? holder))
    if (!byDate.has(from)) byDate.set(from, new Map())
    byDate.get(from)!.set(holder, fen(at(view, row, 'sharePpm')))
  }
  const starts = [...byDate.keys()].sort()
  if (starts.length === 0) return { dates: [], series: [] }
  const last = starts.at(-1)!
  const end = until > last ? until : dayAfterMonth(last)
  const dates = [...starts, end]
  const series = [...names].map(([holder, name]) => ({ name, values: dates.map(date => byDate.get(date === end ? last : date)!.get(holder) ?? 0) }))
  return { dates, series }
}

function dayAfterMonth(date: string): string {
  const [year, month] = date.split('-').map(Number)
  return month === 12 ? `${year! + 1}-01-01` : `${year}-${String(month! + 1).padStart(2, '0')}-01`
}

export const twelve = (year: string) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** A column of a report by month over the months of a year; null where it has no row. */
export function byMonth(view: Pick<ReportView, 'columns' | 'rows'> | undefined, year: string, column: string): (number | null)[] {
  const found = new Map((view?.rows ?? []).map(row => [String(at(view!, row, 'month')), fen(at(view!, row, column))]))
  return twelve(year).map(month => found.get(month) ?? null)
}

/** What a dividing row of lines comes to, by month and line. */
export function linesByMonth(view: Pick<ReportView, 'columns' | 'rows'> | undefined, year: string): BarSeries[] {
  const names = new Map<string, string>()
  for (const row of view?.rows ?? []) names.set(String(at(view!, row, 'line')), String(at(view!, row, 'name') ?? at(view!, row, 'line')))
  return [...names].map(([line, name]) => ({
    name,
    values: byMonth({ columns: view!.columns, rows: view!.rows.filter(row => at(view!, row, 'line') === line) }, year, 'revenueFen'),
  }))
}

export function bulletsOf(view: Pick<ReportView, 'columns' | 'rows'>): Bullet[] {
  return view.rows.map(row => ({
    name: String(at(view, row, 'name') ?? at(view, row, 'holder')),
    fen: fen(at(view, row, 'allocatedFen')),
    expectedFen: at(view, row, 'expectedFen') as number | null,
  }))
}

interface FlowTexts {
  income: string
  earlier: string
  guarantor: string
  total: string
  cost: string
  left: string
  reserve: string
}

/**
 * From receipts to the holders: what came in less what it cost is split, after what is retained. What is split beyond the month's own receipts comes from elsewhere (booked before, or received with the allocation).
 * Null where something is negative: a flow cannot be drawn backwards.
 */
export function flowsOf(
  allocation: Pick<Allocation, 'totalFen' | 'retainedFen' | 'topUpFen' | 'parts'>,
  operation: { receivedFen: number; spentFen: number },
  holderName: (holder: string) => string,
  texts: FlowTexts,
): { nodes: FlowNode[]; flows: Flow[] } | null {
  const { totalFen, retainedFen, topUpFen, parts } = allocation
  if (totalFen <= 0 || retainedFen < 0 || topUpFen < 0 || operation.receivedFen < 0 || operation.spentFen < 0 || parts.some(part => part.partFen < 0)) return null
  const cost = Math.min(operation.spentFen, operation.receivedFen)
  const net = operation.receivedFen - cost
  const own = Math.min(net, totalFen)
  const nodes: FlowNode[] = []
  const flows: Flow[] = []
  const node = (name: string, label: string, depth: number, colour: FlowNode['colour']) => nodes.push({ name, label, depth, colour })
  const flow = (from: string, to: string, amount: number) => amount > 0 && flows.push({ from, to, fen: amount })
  if (operation.receivedFen > 0) node('income', texts.income, 0, 'blue')
  if (totalFen > own) node('earlier', texts.earlier, 0, 'grey')
  if (topUpFen > 0) node('guarantor', texts.guarantor, 0, 'orange')
  node('total', texts.total, 1, 'blue')
  if (cost > 0) node('cost', texts.cost, 1, 'orange')
  if (net > own) node('left', texts.left, 1, 'grey')
  for (const part of parts) if (part.partFen > 0) node(part.holder, holderName(part.holder), 2, 'teal')
  if (retainedFen > 0) node('reserve', texts.reserve, 2, 'grey')
  flow('income', 'total', own)
  flow('earlier', 'total', totalFen - own)
  flow('guarantor', 'total', topUpFen)
  flow('income', 'cost', cost)
  flow('income', 'left', net - own)
  for (const part of parts) flow('total', part.holder, part.partFen)
  flow('total', 'reserve', retainedFen)
  return { nodes, flows }
}
