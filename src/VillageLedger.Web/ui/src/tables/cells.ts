import type { Cell, CellKind, Column } from '../api'
import { grouped, money, type Unit } from '../money'

export const isNumber = (kind: CellKind) => kind === 'fen' || kind === 'count' || kind === 'ppm' || kind === 'quantity'

/** How figures of a column are written, so that their points stand below each other. */
export interface Writing {
  unit: Unit
  words: Record<string, Record<string, string>>
  /** Decimals of each column of quantities or rates. */
  decimals: Record<string, number>
}

/** A cell as a reader sees it; zero is blank unless it is a total, so that a ledger shows what happened. */
export function cellText(column: Column, cell: Cell | undefined, writing: Writing, showsZero = false): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (column.kind === 'fen') return cell === 0 && !showsZero ? '' : money(cell as number, writing.unit)
  if (column.kind === 'count') return whole(cell as number)
  if (column.kind === 'ppm') return scaled(cell as number, 4, writing.decimals[column.name] ?? 4) + '%'
  if (column.kind === 'quantity') return scaled(cell as number, 3, writing.decimals[column.name] ?? 3)
  if (column.kind === 'flag') return cell ? '✓' : ''
  if (column.kind === 'word') return writing.words[column.name]?.[String(cell)] ?? String(cell)
  // Users are told by their names where these are known.
  return column.kind === 'text' ? (writing.words[column.name]?.[String(cell).toLowerCase()] ?? String(cell)) : String(cell)
}

/** Columns of reports in which user names stand. */
export const userColumns = ['preparedBy', 'amendedBy', 'reviewedBy', 'postedBy', 'cashier', 'madeBy', 'approvedBy', 'askedBy', 'answeredBy', 'allocatedBy', 'confirmedBy', 'countedBy', 'keeper', 'by']

function whole(number: number): string {
  return (number < 0 ? '-' : '') + grouped(Math.abs(number).toString())
}

/** A whole number of 10^-places with the first `shown` decimals, the rest being zeros. */
function scaled(number: number, places: number, shown: number): string {
  const digits = Math.abs(number).toString().padStart(places + 1, '0')
  const decimals = digits.slice(-places).slice(0, shown)
  return (number < 0 ? '-' : '') + grouped(digits.slice(0, -places)) + (shown > 0 ? '.' + decimals : '')
}

/** As many decimals as the longest figure of the column has; a rate at least two. */
export function decimalsOf(columns: Column[], rows: Cell[][]): Record<string, number> {
  const decimals: Record<string, number> = {}
  columns.forEach((column, i) => {
    if (column.kind !== 'ppm' && column.kind !== 'quantity') return
    const places = column.kind === 'ppm' ? 4 : 3
    let most = column.kind === 'ppm' ? 2 : 0
    for (const row of rows) {
      const cell = row[i]
      if (typeof cell !== 'number') continue
      let needed = places
      for (let left = Math.abs(cell); needed > 0 && left % 10 === 0; left /= 10) needed--
      most = Math.max(most, needed)
    }
    decimals[column.name] = most
  })
  return decimals
}

/** A cell as a spreadsheet takes it: figures without separators, amounts in the unit that is shown. */
export function plainText(column: Column, cell: Cell | undefined, writing: Writing): string {
  const text = cellText(column, cell, writing, true)
  return isNumber(column.kind) ? text.replaceAll(',', '') : text.replace(/[\t\r\n]+/g, ' ')
}

/** Rows with their heads as tab-separated values. A text that a spreadsheet would take for a formula gets an apostrophe. */
export function tsv(columns: { column: Column; index: number }[], rows: Cell[][], writing: Writing): string {
  const safe = (column: Column, text: string) => (!isNumber(column.kind) && /^[=+\-@]/.test(text) ? "'" + text : text)
  const lines = [columns.map(({ column }) => column.heading)]
  for (const row of rows) lines.push(columns.map(({ column, index }) => safe(column, plainText(column, row[index], writing))))
  return lines.map(line => line.join('\t')).join('\r\n')
}
