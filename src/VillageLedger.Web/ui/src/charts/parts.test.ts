import { expect, test } from 'vitest'
import { shortMoney, shortRate, unitFor } from './parts'

test('amounts of ten thousand yuan and more are written in 万元', () => {
  expect(unitFor([999_999, null])).toBe('yuan')
  expect(unitFor([0, -1_000_000])).toBe('wan')
})

test('an amount at an axis has no decimals that are zeros', () => {
  expect(shortMoney(300_000_000, 'wan')).toBe('300')
  expect(shortMoney(1_250_000, 'wan')).toBe('1.25')
  expect(shortMoney(1_500_000, 'wan')).toBe('1.5')
  expect(shortMoney(-123_456, 'yuan')).toBe('-1,234.56')
})

test('a rate is rounded down, as the reports do', () => {
  expect(shortRate(335_000)).toBe('33.5%')
  expect(shortRate(666_666)).toBe('66.66%')
  expect(shortRate(1_000_000)).toBe('100%')
  expect(shortRate(-5_099, 1)).toBe('-0.5%')
})
