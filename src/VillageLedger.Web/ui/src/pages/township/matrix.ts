import type { Owner } from '../../api'

export type MonthState = 'closed' | 'open' | 'next' | 'later' | 'none'

export interface MatrixRow {
  owner: string
  name: string
  /** The latest closed month as known at the moment that is looked at. */
  closedThrough?: string
  /** The oldest month that is not closed, in whatever year. */
  next?: string
  /** One state for each month of the year. */
  states: MonthState[]
}

export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
}

/** `next` is the month that is closed next; months before a book begins have no state, those without a voucher yet are `later`. */
export function stateOf(month: string, book: { firstMonth?: string | null; closedThrough?: string | null; lastMonth?: string | null }, next: string | undefined): MonthState {
  if (!book.firstMonth || month < book.firstMonth) return 'none'
  if (book.closedThrough && month <= book.closedThrough) return 'closed'
  if (month === next) return 'next'
  return book.lastMonth && month <= book.lastMonth ? 'open' : 'later'
}

export function matrixOf(villages: Owner[], closed: Map<string, string>, months: string[], nextOf: (village: Owner, closedThrough: string | undefined) => string | undefined): MatrixRow[] {
  return villages.map(village => {
    const closedThrough = closed.get(village.owner.slice('village/'.length))
    const next = nextOf(village, closedThrough)
    return { owner: village.owner, name: village.name, closedThrough, next, states: months.map(month => stateOf(month, { ...village, closedThrough }, next)) }
  })
}

/** Books that a month can be closed for: it is the one that comes next. */
export function closable(rows: MatrixRow[], month: string): string[] {
  return rows.filter(row => row.next === month).map(row => row.owner)
}

/** The months that come next somewhere, up to the last that is shown, oldest first. */
export function nextMonths(rows: MatrixRow[], last: string): string[] {
  return [...new Set(rows.flatMap(row => (row.next && row.next <= last ? [row.next] : [])))].sort()
}

/** Up to when a village's open months are looked for: the end of the year that is shown, or its latest voucher where that is later. */
export function lookedAt(village: Pick<Owner, 'lastMonth'>, last: string): string {
  return village.lastMonth && village.lastMonth > last ? village.lastMonth : last
}
