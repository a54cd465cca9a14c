/** A day as typed, with the rest from `around`: 2025-06-30, 20250630, 0630, 6.30, 30. Undefined where it is no day of the calendar. */
export function parseDate(text: string, around: string): string | undefined {
  const [year, month] = around.split('-')
  const plain = text.trim().replace(/[年月/.。、]/g, '-').replace(/[日\s]/g, '').replace(/-+$/, '')
  const parts = plain.includes('-') ? plain.split('-') : undefined
  if (parts?.length === 3) return day(parts[0]!.length === 2 ? '20' + parts[0] : parts[0]!, parts[1]!, parts[2]!)
  if (parts?.length === 2) return day(year!, parts[0]!, parts[1]!)
  if (parts || !/^\d+$/.test(plain)) return undefined
  if (plain.length <= 2) return day(year!, month!, plain)
  if (plain.length <= 4) return day(year!, plain.slice(0, -2), plain.slice(-2))
  return plain.length === 8 ? day(plain.slice(0, 4), plain.slice(4, 6), plain.slice(6)) : undefined
}

function day(year: string, month: string, date: string): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(date)) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const found = new Date(text + 'T00:00:00Z')
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text) ? text : undefined
}

export function nextDay(date: string, days: number): string {
  const found = new Date(date + 'T00:00:00Z')
  found.setUTCDate(found.getUTCDate() + days)
  return found.toISOString().slice(0, 10)
}

export function lastDay(month: string): string {
  return nextDay(nextMonth(month) + '-01', -1)
}

export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

interface Book {
  firstMonth?: string | null
  closedThrough?: string | null
}

/** Months that take vouchers: the earliest that is not closed, and the one after it. */
export function openMonths({ firstMonth, closedThrough }: Book): string[] {
  const earliest = closedThrough ? nextMonth(closedThrough) : firstMonth
  return earliest ? [earliest, nextMonth(earliest)] : []
}

/** The day that a new voucher begins with: today, or the last day of the month that is looked at, where this takes vouchers; else of the earliest that does. */
export function firstDate(month: string, today: string, book: Book): string {
  const open = openMonths(book)
  const chosen = open.length === 0 || open.includes(month) ? month : open[0]!
  return today.startsWith(chosen) ? today : lastDay(chosen)
}
