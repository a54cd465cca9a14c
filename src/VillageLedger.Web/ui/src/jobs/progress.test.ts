import { expect, test } from 'vitest'
import { partOf, remainingParts } from './progress'

test('work that still runs is never shown as done', () => {
  expect(partOf({ state: 'running', done: 40, total: 40 })).toBe(99)
  expect(partOf({ state: 'done', done: 40, total: 40 })).toBe(100)
  expect(partOf({ state: 'running', done: 0, total: 0 })).toBe(0)
})

test('the remaining time is told in minutes from a minute and a half on', () => {
  expect([remainingParts(undefined), remainingParts(89), remainingParts(150)]).toEqual([undefined, { unit: 'seconds', count: 89 }, { unit: 'minutes', count: 3 }])
})
