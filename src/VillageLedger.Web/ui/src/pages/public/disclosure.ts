import type { Cell, ReportView } from '../../api/reports'

export interface DisclosedLine {
  section: string
  name: string
  level: number
  party: string
  amountFen: number | null
  yearFen: number | null
  openingFen: number | null
  receivedFen: number | null
  paidFen: number | null
  from: string
  to: string
  isTotal: boolean
}

export type Figure = 'amountFen' | 'yearFen' | 'openingFen' | 'receivedFen' | 'paidFen'

export interface DisclosedSection {
  name: string
  title: string
  /** Which figures it has, in the order in which they are read. */
  figures: Figure[]
  /** Of contracts: their terms. */
  hasTerm: boolean
  lines: DisclosedLine[]
}

const orders: Record<string, Figure[]> = {
  income: ['amountFen', 'yearFen'],
  expense: ['amountFen', 'yearFen'],
  money: ['openingFen', 'receivedFen', 'paidFen', 'amountFen'],
  receivable: ['openingFen', 'amountFen'],
  payable: ['openingFen', 'amountFen'],
  balance: ['openingFen', 'amountFen'],
  fund: ['openingFen', 'receivedFen', 'paidFen', 'amountFen'],
  contract: ['amountFen'],
  distribution: ['amountFen', 'yearFen'],
}

/** Rows of the disclosure as what they are about, totals last in their section; sections without a row are left out. */
export function sectionsOf(view: Pick<ReportView, 'columns' | 'rows' | 'words'>): DisclosedSection[] {
  const lines = view.rows.map(row => lineOf(view, row))
  return Object.entries(orders).flatMap(([name, figures]) => {
    const own = lines.filter(line => line.section === name || line.section === `${name}-total`)
    const kept = own.filter(line => line.isTotal || hasFigure(line, figures))
    if (kept.every(line => line.isTotal && !hasFigure(line, figures))) return []
    return [{ name, title: view.words['section']?.[name] ?? name, figures: figures.filter(figure => kept.some(line => line[figure] !== null)), hasTerm: name === 'contract', lines: kept }]
  })
}

/** The four figures that a villager looks for first; null where the disclosure has none. */
export function summaryOf(view: Pick<ReportView, 'columns' | 'rows' | 'words'>): Record<'income' | 'expense' | 'surplus' | 'money', number | null> {
  const lines = view.rows.map(row => lineOf(view, row))
  const of = (section: string) => lines.find(line => line.section === section)?.amountFen ?? null
  return { income: of('income-total'), expense: of('expense-total'), surplus: of('surplus'), money: of('money-total') }
}

function hasFigure(line: DisclosedLine, figures: Figure[]): boolean {
  return figures.some(figure => line[figure] !== null && line[figure] !== 0)
}

function lineOf(view: Pick<ReportView, 'columns' | 'words'>, row: Cell[]): DisclosedLine {
  const cell = (name: string) => row[view.columns.findIndex(column => column.name === name)] ?? null
  const fen = (name: string) => (typeof cell(name) === 'number' ? (cell(name) as number) : null)
  const text = (name: string) => (cell(name) === null ? '' : String(cell(name)))
  const section = text('section')
  const partyKind = text('partyKind')
  return {
    section,
    name: text('name') || (view.words['section']?.[section] ?? section),
    level: fen('level') ?? 1,
    party: [view.words['partyKind']?.[partyKind] ?? partyKind, text('party')].filter(Boolean).join(' '),
    amountFen: fen('amountFen'),
    yearFen: fen('yearFen'),
    openingFen: fen('openingFen'),
    receivedFen: fen('receivedFen'),
    paidFen: fen('paidFen'),
    from: text('from'),
    to: text('to'),
    isTotal: section.endsWith('-total'),
  }
}

export interface PublicPeriod {
  kind: 'month' | 'quarter'
  /** `2025-06`, `2025-2`. */
  value: string
}

/** Whole months and quarters of what is closed, the latest first. */
export function periodsOf(first: string, last: string): { months: string[]; quarters: string[] } {
  const months: string[] = []
  let [year, month] = last.split('-').map(Number) as [number, number]
  while (months.length < 120) {
    const text = `${year}-${String(month).padStart(2, '0')}`
    if (text < first) break
    months.push(text)
    month--
    if (month === 0) [year, month] = [year - 1, 12]
  }
  const known = new Set(months)
  const quarters = months
    .filter(text => Number(text.slice(5)) % 3 === 0 && [1, 2].every(back => known.has(`${text.slice(0, 5)}${String(Number(text.slice(5)) - back).padStart(2, '0')}`)))
    .map(text => `${text.slice(0, 4)}-${Number(text.slice(5)) / 3}`)
  return { months, quarters }
}
