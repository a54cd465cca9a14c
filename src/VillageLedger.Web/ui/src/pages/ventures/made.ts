import type { Cell, CellKind, Column, ReportView } from '../../api'

export interface MadeColumn {
  name: string
  heading: string
  kind?: CellKind
  isKey?: boolean
  isShown?: boolean
}

/** A table of what a page itself knows, shown like a report. */
export function tableOf(title: string, columns: MadeColumn[], rows: Cell[][], totals: Cell[] | null = null, words: ReportView['words'] = {}): ReportView {
  return {
    report: 'made',
    title,
    subject: '',
    asOf: { position: 0, recordedAt: null },
    columns: columns.map((column): Column => ({ kind: 'text', isKey: false, isShown: true, ...column })),
    rows,
    totals,
    head: [],
    words,
    notes: [],
  }
}

/** The sum of a column of fen, exactly. */
export function totalOf(amounts: number[]): number {
  return Number(amounts.reduce((sum, fen) => sum + BigInt(fen), 0n))
}
