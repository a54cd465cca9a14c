import { rowKeys, type Figure, type Query, type ReportView } from '../api'

/** A figure as ask-question takes it. */
export interface AskedFigure {
  report: string
  row: string
  column: string
  position: number
  month?: string
  year?: number
  options?: string
}

/** What is asked about: a voucher, a figure, or a voucher behind a figure. */
export interface Subject {
  /** Whose books: `village/330110112201`. */
  owner: string
  voucher?: string
  figure?: AskedFigure
  /** What a reader calls it: 记-12, 科目余额表 · 501 · 贷方. */
  title: string
}

/** The options that a figure's period and the books are told by have fields of their own. */
const ownFields = ['year', 'month', 'at', 'as-of', 'book', 'page', 'rows']

/** The question's subject at a figure of a report; undefined where no owner's books stand behind it, such as a place's sum. */
export function figureSubject(view: ReportView, options: Query, figure: Figure): Subject | undefined {
  const owner = ownerOf(view, options, figure.row)
  if (!owner) return undefined
  const column = view.columns.find(one => one.name === figure.column)
  const others = Object.entries(options).filter(([name, value]) => !ownFields.includes(name) && value !== undefined && value !== null && value !== '' && value !== false)
  const month = typeof options['month'] === 'string' ? options['month'] : undefined
  const year = options['year'] !== undefined ? Number(options['year']) : undefined
  return {
    owner,
    title: [view.title, rowName(view, figure.row), column?.heading].filter(Boolean).join(' · '),
    figure: {
      report: view.report,
      row: figure.row,
      column: figure.column,
      position: view.asOf.position,
      ...(month ? { month } : {}),
      ...(year ? { year } : {}),
      ...(others.length > 0 ? { options: new URLSearchParams(others.map(([name, value]) => [name, String(value)])).toString() } : {}),
    },
  }
}

function ownerOf(view: ReportView, options: Query, row: string): string | undefined {
  if (typeof options['book'] === 'string') return options['book']
  if (view.columns.find(column => column.isKey)?.name === 'village' && /^\d{12}/.test(row)) return `village/${row.slice(0, 12)}`
  return undefined
}

/** What a reader calls a row; its address where it has no name. */
export function rowName(view: ReportView, row: string): string {
  const name = view.columns.findIndex(column => column.name === 'name')
  return String(view.rows[rowKeys(view).indexOf(row)]?.[name] ?? row)
}

/** Where the page of a figure is: its report with the figure open; as it was read, or now. */
export function figurePath(figure: AskedFigure, owner: string, isThen: boolean): string {
  const words = new URLSearchParams(figure.options ?? '')
  words.set('owner', owner)
  if (figure.month) words.set('month', figure.month)
  else if (figure.year) words.set('year', String(figure.year))
  if (isThen) words.set('at', String(figure.position))
  words.set('row', figure.row)
  words.set('column', figure.column)
  return `/reports/${figure.report}?${words}`
}
