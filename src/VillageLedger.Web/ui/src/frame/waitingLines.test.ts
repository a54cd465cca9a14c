import { expect, test } from 'vitest'
import type { Owner } from '../api'
import { waitingLines } from './waitingLines'

const village: Owner = { owner: 'village/1', name: '甲村', initials: 'jc', kind: 'village', firstMonth: '2025-01', closedThrough: '2025-12', lastMonth: '2026-02' }

test('What waits stands in the order of work, months to close last', () => {
  const lines = waitingLines(
    [
      { kind: 'post', owner: 'village/1', month: '2026-01', count: 3 },
      { kind: 'returned', owner: 'village/1', month: '2026-02', count: 1 },
    ],
    [village],
    true,
  )
  expect(lines.map(line => [line.kind, line.month, line.count])).toEqual([
    ['returned', '2026-02', 1],
    ['post', '2026-01', 3],
    ['close', '2026-01', 2],
  ])
})

test('A book closed through its last month has nothing to close, and who may not close is not told', () => {
  expect(waitingLines([], [{ ...village, closedThrough: '2026-02' }], true)).toEqual([])
  expect(waitingLines([], [village], false)).toEqual([])
})
