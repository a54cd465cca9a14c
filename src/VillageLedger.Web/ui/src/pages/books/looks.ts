import type { Cell, Column } from '../../api'
import type { ArrangedRow } from '../../tables'

/** Columns that tell the program what it needs for links and styles, and a reader nothing. */
const hiddenIn: Record<string, string[]> = {
  'trial-balance': ['level', 'leaf'],
  'voucher-summary': ['level', 'leaf'],
  'general-ledger': ['level'],
  'receipts-and-payments': ['level'],
  'balance-sheet': ['row', 'style', 'certainty'],
  'income-statement': ['row', 'style', 'certainty'],
  'detail-ledger': ['voucher', 'line', 'month', 'entry'],
  'cash-journal': ['voucher', 'line', 'month', 'account', 'entry'],
  'bank-journal': ['voucher', 'line', 'month', 'account', 'entry'],
  'party-ledger': ['voucher', 'line', 'month', 'entry'],
  'quantity-ledger': ['voucher', 'line', 'month', 'entry'],
  'multi-column-ledger': ['voucher', 'month', 'entry'],
  'voucher-list': ['month', 'voucher', 'type', 'source'],
  explain: ['fact', 'voucher', 'book', 'recordedAt', 'month'],
}

const noHidden: string[] = []

export function hiddenOf(report: string): string[] {
  return hiddenIn[report] ?? noHidden
}

/** Reports whose figures lead nowhere: they are lists, not sums. */
const lists = new Set(['voucher-list', 'voucher', 'month-check', 'attachments', 'forms'])

export function hasFigures(report: string): boolean {
  return !lists.has(report)
}

export function cell(columns: Column[], row: ArrangedRow, name: string): Cell {
  const index = columns.findIndex(column => column.name === name)
  return index < 0 ? null : (row.cells[index] ?? null)
}

const sums = new Set(['month', 'day', 'subtotal', 'part-total', 'money-total', 'income-total', 'expense-total', 'net'])
const totals = new Set(['year', 'total', 'heading'])
const asides = new Set(['opening', 'carried-in', 'carried-out', 'before'])

/** Sums stand out, beginnings stand back, headings are bold. */
export function rowClassOf(columns: Column[], row: ArrangedRow): string | undefined {
  const kind = String(cell(columns, row, 'style') ?? cell(columns, row, 'entry') ?? cell(columns, row, 'section') ?? '')
  // In a general ledger every row is a sum: only the year's stands out.
  if (sums.has(kind)) return columns.some(column => column.name === 'summary' || column.name === 'style' || column.name === 'section') ? 'vl-sum' : undefined
  if (totals.has(kind)) return 'vl-total'
  return asides.has(kind) ? 'vl-aside' : undefined
}

/** How far a name stands in: details below their account, items below their heading. */
export function indentOf(columns: Column[], row: ArrangedRow): number {
  const level = cell(columns, row, 'level')
  if (typeof level === 'number') return Math.max(0, level - 1)
  const style = cell(columns, row, 'style')
  return style === 'item' || style === 'less' ? 1 : style === 'part' ? 2 : 0
}
