import { rowKeys, type Cell, type Column, type ReportView } from '../../api'
import { momentText } from '../../frame'
import { isNumber } from '../../tables/cells'
import { differenceOf, Figures } from './differences'

export interface Headings {
  then: (heading: string) => string
  now: (heading: string) => string
  change: (heading: string) => string
}

export const thenOf = (name: string) => name + '·then'
export const changeOf = (name: string) => name + '·change'

/**
 * Two moments of a report in one table: each figure that changed anywhere has three columns (then, later, difference), others have one. Rows of either are there, in the order of the later.
 * Without a change nothing is left of a row where only changes are asked for.
 */
export function beside(earlier: ReportView, later: ReportView, headings: Headings, onlyChanges: boolean, hidden: string[] = []): { view: ReportView; changedRows: number } {
  const [then, now] = [new Figures(earlier), new Figures(later)]
  const isShown = (column: Column) => column.isShown && !hidden.includes(column.name)
  const keys = [...rowKeys(later), ...rowKeys(earlier).filter(key => !now.has(key))]
  const isChanged = (key: string, column: Column) => !column.isKey && (then.at(key, column.name) ?? null) !== (now.at(key, column.name) ?? null) && !(isZero(then.at(key, column.name)) && isZero(now.at(key, column.name)))
  const changedColumns = new Set(later.columns.filter(column => isNumber(column.kind) && isShown(column) && keys.some(key => isChanged(key, column))).map(column => column.name))
  const changedKeys = new Set(keys.filter(key => later.columns.some(column => isShown(column) && isChanged(key, column))))

  const columns: Column[] = []
  const cells: ((key: string) => Cell)[] = []
  const add = (column: Column, cell: (key: string) => Cell) => {
    columns.push(column)
    cells.push(cell)
  }
  for (const column of later.columns) {
    const nowAt = (key: string) => (now.has(key) ? now.at(key, column.name) : column.isKey || !isNumber(column.kind) ? then.at(key, column.name) : null)
    if (!changedColumns.has(column.name)) {
      // What stands the same at both moments is left out where only changes are looked at.
      add({ ...column, isShown: isShown(column) && !(onlyChanges && isNumber(column.kind) && !column.isKey && changedColumns.size > 0) }, nowAt)
      continue
    }
    add({ ...column, name: thenOf(column.name), heading: headings.then(column.heading), isKey: false }, key => then.at(key, column.name))
    add({ ...column, heading: headings.now(column.heading) }, nowAt)
    add({ ...column, name: changeOf(column.name), heading: headings.change(column.heading), isKey: false }, key => differenceOf(then.at(key, column.name), now.at(key, column.name)) ?? null)
  }
  const kept = onlyChanges ? keys.filter(key => changedKeys.has(key)) : keys
  const view: ReportView = { ...later, columns, rows: kept.map(key => cells.map(cell => cell(key))), totals: null, words: mergedWords(earlier, later) }
  return { view, changedRows: changedKeys.size }
}

const isZero = (cell: Cell) => cell === null || cell === 0

function mergedWords(earlier: ReportView, later: ReportView): ReportView['words'] {
  const words = { ...earlier.words }
  for (const [column, texts] of Object.entries(later.words)) words[column] = { ...words[column], ...texts }
  return words
}

/** The vouchers and other records of a difference, each once, oldest first. */
export function factsBetween(diff: ReportView): ReportView {
  const [entry, position] = ['entry', 'position'].map(name => diff.columns.findIndex(column => column.name === name)) as [number, number]
  const wanted = ['position', 'recordedAt', 'date', 'voucherNumber', 'voucher', 'summary', 'by']
  const kept = diff.columns.flatMap((column, i) => (wanted.includes(column.name) ? [i] : []))
  const rows = new Map<number, Cell[]>()
  for (const row of diff.rows) if (row[entry] === 'fact' && typeof row[position] === 'number') rows.set(row[position], kept.map(i => (diff.columns[i]!.name === 'recordedAt' ? momentText(String(row[i] ?? '')) : (row[i] ?? null))))
  const sorted = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  return { ...diff, columns: kept.map(i => ({ ...diff.columns[i]!, isKey: diff.columns[i]!.name === 'position', isShown: diff.columns[i]!.name !== 'voucher' })), rows: sorted, totals: null, head: [], notes: [] }
}
