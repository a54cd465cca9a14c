import type { Cell, Column } from '../api'
import { cellText, isNumber, type Writing } from './cells'

const padding = 18
const narrowest = 48
const widestText = 320
const digit = 7.8
const wide = 14

/** About how wide a text stands at 14 px: CJK a full square, the rest half. Good to a few pixels, and cheap for ten thousand rows. */
export function textWidth(text: string): number {
  let width = 0
  for (const c of text) width += c > '\u2e7f' ? wide : digit
  return width
}

/** Sentences take what is left over before names do, and names before codes and dates. */
const sentences = ['summary', 'detail', 'told', 'name']

function weightOf(column: Column, { width }: ColumnWidth): number {
  return width + (sentences.includes(column.name) ? 1_000 - 100 * sentences.indexOf(column.name) : 0)
}

export interface ColumnWidth {
  width: number
  /** Takes what is left over. */
  grows: boolean
}

/** Widths that hold every figure whole; long texts are cut off in tables that scroll and wrapped in others. */
export function columnWidths(columns: Column[], rows: Cell[][], totals: Cell[] | null, writing: Writing, isFigure = false): ColumnWidth[] {
  const widths = columns.map((column, i) => {
    // A heading of figures may stand on two lines.
    const heading = textWidth(column.heading)
    let longest = isNumber(column.kind) && heading > 60 ? heading / 2 + wide : heading + wide
    for (const row of rows) longest = Math.max(longest, textWidth(cellText(column, row[i], writing)))
    if (totals) longest = Math.max(longest, textWidth(cellText(column, totals[i], writing, true)))
    const most = isNumber(column.kind) ? Number.POSITIVE_INFINITY : widestText
    return { width: Math.ceil(Math.min(Math.max(longest + padding + (isFigure ? 2 : 0), narrowest), most)), grows: false }
  })
  const widest = columns.reduce((best, column, i) => (!isNumber(column.kind) && column.isShown && (best < 0 || weightOf(column, widths[i]!) > weightOf(columns[best]!, widths[best]!)) ? i : best), -1)
  if (widths[widest]) widths[widest].grows = true
  return widths
}
