import type { Owner } from '../../api'

export type MonthState = 'closed' | 'open' | 'next' | 'later' | 'none'

export interface MatrixRow {
  owner: string
  name: string
  /** The latest closed month as known at the moment that is looked at. */
  closedThrough?: string
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
    return { owner: village.owner, name: village.name, closedThrough, states: months.map(month => stateOf(month, { ...village, closedThrough }, next)) }
  })
}

/** Books that a month can be closed for: it is the one that comes next. */
export function closable(rows: MatrixRow[], months: string[], month: string): string[] {
  const index = months.indexOf(month)
  return rows.filter(row => row.states[index] === 'next').map(row => row.owner)
}
