import type { ReportView } from '../api'
import { isFen, sumFen } from '../money'

/** One amount of a voucher before it is made. */
export interface WorkingLine {
  label: string
  due?: string
  fen: number
}

/** What the working of depreciation says is due up to the month and not proposed, by card. */
export function writtenOff(view: ReportView): WorkingLine[] {
  const at = indexes(view)
  return view.rows.flatMap(row => {
    const fen = row[at('missingFen')]
    return isFen(fen) && fen !== 0 ? [{ label: [row[at('asset')], row[at('name')]].filter(Boolean).join(' '), fen }] : []
  })
}

/** What a contract's schedule asks for up to the month's end and no voucher raised. */
export function raisable(view: ReportView, month: string, label: string): WorkingLine[] {
  const at = indexes(view)
  return view.rows.flatMap(row => {
    const [fen, due] = [row[at('amountFen')], String(row[at('due')] ?? '')]
    return isFen(fen) && fen !== 0 && !row[at('raisedIn')] && due.slice(0, 7) <= month ? [{ label, due, fen }] : []
  })
}

export function totalOf(lines: WorkingLine[]): number | undefined {
  return sumFen(lines.map(line => line.fen))
}

function indexes(view: ReportView): (name: string) => number {
  return name => view.columns.findIndex(column => column.name === name)
}
