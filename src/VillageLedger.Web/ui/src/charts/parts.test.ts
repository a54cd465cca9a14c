import { expect, test } from 'vitest'
import { cutTo, legendHeight, nameWidth, shortMoney, shortRate, unitFor } from './parts'

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

test('a legend is as high as its names need', () => {
  expect(legendHeight(['收入', '支出'], 340)).toBe(32)
  expect(legendHeight(Array.from({ length: 9 }, () => '永安村（虚构示例）'), 340)).toBe(5 * 24 + 8)
})

test('a name that does not fit is cut off at its end', () => {
  expect(cutTo('永安村', 100)).toBe('永安村')
  const cut = cutTo('下陡门村（虚构示例）', 100)
  expect(cut.endsWith('…')).toBe(true)
  expect(nameWidth(cut)).toBeLessThanOrEqual(100)
})
