import { describe, expect, it } from 'vitest'
import { firstDate, lastDay, nextDay, openMonths, parseDate } from './dates'

describe('parseDate', () => {
  it.each([
    ['30', '2025-06-30'], ['5', '2025-06-05'], ['0701', '2025-07-01'], ['701', '2025-07-01'], ['7-1', '2025-07-01'], ['7.1', '2025-07-01'], ['20250228', '2025-02-28'],
    ['2025-2-8', '2025-02-08'], ['25/12/31', '2025-12-31'], ['2025年6月3日', '2025-06-03'], ['6月3日', '2025-06-03'], ['31', undefined], ['2025-02-29', undefined], ['12345', undefined], ['abc', undefined], ['', undefined],
  ])('reads %s in June 2025 as %s', (text, date) => expect(parseDate(text, '2025-06-15')).toBe(date))
})

describe('days', () => {
  it('knows the last of a month', () => expect([lastDay('2024-02'), lastDay('2025-12')]).toEqual(['2024-02-29', '2025-12-31']))
  it('goes over months', () => expect(nextDay('2025-12-31', 1)).toBe('2026-01-01'))
})

describe('open months', () => {
  it('are the first that is not closed and the next', () => expect(openMonths({ firstMonth: '2025-01', closedThrough: '2025-11' })).toEqual(['2025-12', '2026-01']))
  it('begin with the book', () => expect(openMonths({ firstMonth: '2025-01' })).toEqual(['2025-01', '2025-02']))
  it('are none without a book', () => expect(openMonths({})).toEqual([]))
  it('give a new voucher its day: of the month looked at', () => expect(firstDate('2025-07', '2026-01-05', { firstMonth: '2025-01', closedThrough: '2025-05' })).toBe('2025-07-31'))
  it('give a new voucher its day: of the open month where that is closed', () => expect(firstDate('2025-03', '2026-01-05', { firstMonth: '2025-01', closedThrough: '2025-05' })).toBe('2025-06-30'))
  it('give a new voucher its day: today where it can be', () => expect(firstDate('2025-06', '2025-06-05', { firstMonth: '2025-01', closedThrough: '2025-05' })).toBe('2025-06-05'))
})
