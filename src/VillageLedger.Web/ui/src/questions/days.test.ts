import { expect, test } from 'vitest'
import { daysAfter, daysBetween, today } from './days'

test('today is Shanghai’s', () => {
  expect(today(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01')
})

test('days go over the ends of months and leap years', () => {
  expect([daysAfter('2024-02-28', 1), daysAfter('2025-12-31', 7)]).toEqual(['2024-02-29', '2026-01-07'])
  expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2025-01-02', '2025-01-01')]).toEqual([2, -1])
})
