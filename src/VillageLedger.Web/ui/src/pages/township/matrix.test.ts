import { expect, test } from 'vitest'
import { earliestOpen, monthAfter } from './checks'
import { closable, lookedAt, matrixOf, monthsOf, nextMonths } from './matrix'

const village = (code: string, firstMonth: string, lastMonth: string) => ({ owner: `village/${code}`, name: code, initials: '', kind: 'village' as const, firstMonth, lastMonth })
const months = monthsOf('2025')
const rows = matrixOf([village('1', '2025-02', '2025-05'), village('2', '2024-01', '2025-12')], new Map([['1', '2025-03'], ['2', '2025-12']]), months, (one, closed) => earliestOpen(one.firstMonth, closed, '2025-12'))

test('a village has no state before its book, is closed up to a month, and has one month that comes next', () => {
  expect(rows[0]!.states.slice(0, 6)).toEqual(['none', 'closed', 'closed', 'next', 'open', 'later'])
})

test('only the month that comes next can be closed', () => {
  expect([closable(rows, '2025-04'), closable(rows, '2025-05')]).toEqual([['village/1'], []])
})

test('after December comes January', () => {
  expect([monthAfter('2025-12'), monthAfter('2025-01'), earliestOpen('2024-01', '2025-12', '2025-12')]).toEqual(['2026-01', '2025-02', undefined])
})

test('a month left open is seen from a later year', () => {
  const later = matrixOf([village('1', '2024-01', '2025-12')], new Map([['1', '2025-11']]), monthsOf('2026'), (one, closed) => earliestOpen(one.firstMonth, closed, lookedAt(one, '2026-12')))
  expect([later[0]!.next, nextMonths(later, '2026-12')]).toEqual(['2025-12', ['2025-12']])
})

test('a month left open is seen from an earlier year', () => {
  const earlier = matrixOf([village('1', '2024-01', '2026-01')], new Map([['1', '2025-12']]), monthsOf('2025'), (one, closed) => earliestOpen(one.firstMonth, closed, lookedAt(one, '2025-12')))
  expect([earlier[0]!.next, nextMonths(earlier, '2025-12')]).toEqual(['2026-01', []])
})
