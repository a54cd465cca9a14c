import type { Cell, Column } from '../api'
import { cellText, isNumber, type Writing } from './cells'

const padding = 14
/** Totals are bold. */
const bold = 1.04
const narrowest = 48
const widestText = 320
const digit = 7.8
const wide = 14
const point = 4.2

/** About how wide a text stands at 14 px: CJK a full square, the rest half. Good to a few pixels, and cheap for ten thousand rows. */
export function textWidth(text: string): number {
  let width = 0
  for (const c of text) width += c > '\u2e7f' ? wide : c === ',' || c === '.' ? point : digit
  return width
}

/** A heading may stand on two lines, but no word of it is broken. */
function headingWidth(heading: string): number {
  const words = heading.split(/[\s\u2e80-\uffff]+/).map(word => bold * textWidth(word))
  return Math.max(bold * (textWidth(heading) / 2) + wide, ...words)
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
    const heading = bold * textWidth(column.heading)
    let longest = isNumber(column.kind) && heading > 60 ? headingWidth(column.heading) : heading + wide
    for (const row of rows) longest = Math.max(longest, textWidth(cellText(column, row[i], writing)))
    if (totals) longest = Math.max(longest, bold * textWidth(cellText(column, totals[i], writing, true)))
    const most = isNumber(column.kind) ? Number.POSITIVE_INFINITY : widestText
    return { width: Math.ceil(Math.min(Math.max(longest + padding + (isFigure ? 2 : 0), narrowest), most)), grows: false }
  })
  // The outer columns stand off the frame.
  if (widths[0]) widths[0].width += 4
  if (widths.at(-1)) widths.at(-1)!.width += 4
  const widest = columns.reduce((best, column, i) => (!isNumber(column.kind) && column.isShown && (best < 0 || weightOf(column, widths[i]!) > weightOf(columns[best]!, widths[best]!)) ? i : best), -1)
  if (widths[widest]) widths[widest].grows = true
  return widths
}
