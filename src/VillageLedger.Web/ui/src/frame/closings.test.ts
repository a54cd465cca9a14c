import { expect, test } from 'vitest'
import type { Mark } from '../api'
import { lastClosings, stepsOf } from './closings'

const mark = (position: number, text: string, kind: Mark['kind'] = 'month-closed') => ({ position, recordedAt: '', kind, owner: 'village/1', text }) as Mark
const marks = [mark(5, '2025-01 结账'), mark(7, '2025-01 结账'), mark(8, '更正 2025-01', 'correction'), mark(9, '2025-02 结账')]

test('a month is over for a place when its last village closed it', () => {
  expect(stepsOf(marks)).toEqual([{ month: '2025-01', position: 7 }, { month: '2025-02', position: 9 }])
})

test('the marks of a place are the last closing of each month and whatever is no closing', () => {
  expect(lastClosings(marks).map(one => one.position)).toEqual([7, 8, 9])
})
