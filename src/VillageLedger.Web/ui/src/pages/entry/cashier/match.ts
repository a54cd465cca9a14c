import type { Cell, ReportView } from '../../../api'
import { sumFen } from '../../../money'

/** A line of the bank's statement; what went out is negative. */
export interface StatementLine {
  line: number
  date: string
  amountFen: number
  reference: string
  match: string
  /** `v-1#1, v-2#1` */
  voucherLines: string
  rule: string
}

/** A posted line on the account's ledger account; what came in is a debit. */
export interface BookLine {
  key: string
  voucher: string
  line: number
  date: string
  /** 凭证字号 */
  number: string
  summary: string
  amountFen: number
}

const cellsOf = (view: ReportView) => (row: Cell[], name: string) => row[view.columns.findIndex(column => column.name === name)] ?? null
const text = (cell: Cell) => (cell === null ? '' : String(cell))

export function statementLines(view: ReportView | undefined, account: string): StatementLine[] {
  if (!view) return []
  const cell = cellsOf(view)
  return view.rows
    .filter(row => cell(row, 'bankAccount') === account)
    .map(row => ({
      line: Number(cell(row, 'line')), date: text(cell(row, 'date')), amountFen: Number(cell(row, 'amountFen') ?? 0), reference: text(cell(row, 'reference')), match: text(cell(row, 'match')),
      voucherLines: text(cell(row, 'voucherLines')), rule: text(cell(row, 'rule')),
    }))
}

/** The lines of the report voucher-list with `lines`, without those that are matched. */
export function bookLines(view: ReportView | undefined, matched: ReadonlySet<string>): BookLine[] {
  if (!view) return []
  const cell = cellsOf(view)
  return view.rows
    .map(row => {
      const [voucher, line] = [text(cell(row, 'voucher')), Number(cell(row, 'line'))]
      const amountFen = Number(cell(row, 'debitFen') ?? 0) - Number(cell(row, 'creditFen') ?? 0)
      return { key: `${voucher}#${line}`, voucher, line, date: text(cell(row, 'date')), number: `${text(cell(row, 'type'))}-${text(cell(row, 'number'))}`, summary: text(cell(row, 'summary')), amountFen }
    })
    .filter(one => !matched.has(one.key))
}

export function matchedKeys(lines: StatementLine[]): Set<string> {
  return new Set(lines.flatMap(line => line.voucherLines.split(/[,，;\s]+/).filter(Boolean)))
}

const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000

/** Lines of the book that may be the same money: together of the same amount, the nearest day first. */
export function suggested(chosen: StatementLine[], book: BookLine[], days = 10): BookLine[] {
  const sum = sumFen(chosen.map(line => line.amountFen))
  if (chosen.length === 0 || sum === undefined) return []
  const day = chosen[0]!.date
  return book.filter(line => line.amountFen === sum && daysBetween(line.date, day) <= days).sort((a, b) => daysBetween(a.date, day) - daysBetween(b.date, day))
}

/** How much the sums of both sides differ; undefined where nothing may be matched yet. */
export function gapOf(statement: StatementLine[], book: BookLine[]): number | undefined {
  if (statement.length + book.length < 2 || book.length === 0) return undefined
  return sumFen([...statement.map(line => line.amountFen), ...book.map(line => -line.amountFen)])
}

export interface Matched {
  match: string
  lines: StatementLine[]
  voucherLines: string
  rule: string
}

/** Matches with the statement's lines that they hold, the newest first. */
export function matches(lines: StatementLine[]): Matched[] {
  const found = new Map<string, Matched>()
  for (const line of lines) {
    if (!line.match) continue
    const one = found.get(line.match) ?? { match: line.match, lines: [], voucherLines: line.voucherLines, rule: line.rule }
    one.lines.push(line)
    found.set(line.match, one)
  }
  return [...found.values()].reverse()
}
