import { expect, test } from 'vitest'
import type { Column } from '../../api'
import { byMonth, flowsOf, sharesOverTime } from './figures'

const columns = (...names: string[]): Column[] => names.map(name => ({ name, heading: name, kind: 'text', isKey: false, isShown: true }))
const texts = { income: '收入', earlier: '以前', guarantor: '补足', total: '可分配', cost: '支出', left: '未分', reserve: '留存' }
const part = (holder: string, partFen: number) => ({ holder, weight: 1, partFen })
const named = (holder: string) => holder

test('shares are steps at the dates of their versions, the last until the end of the period', () => {
  const view = { columns: columns('from', 'holder', 'name', 'sharePpm'), rows: [['2024-01-01', 'village/1', '甲', 1_000_000], ['2025-07-01', 'village/1', '甲', 600_000], ['2025-07-01', 'village/2', '乙', 400_000]] }
  expect(sharesOverTime(view, '2026-01-01')).toEqual({
    dates: ['2024-01-01', '2025-07-01', '2026-01-01'],
    series: [
      { name: '甲', values: [1_000_000, 600_000, 600_000] },
      { name: '乙', values: [0, 400_000, 400_000] },
    ],
  })
})

test('a version that begins after the period is still shown for a month', () => {
  const view = { columns: columns('from', 'holder', 'name', 'sharePpm'), rows: [['2025-12-01', 'village/1', '甲', 1_000_000]] }
  expect(sharesOverTime(view, '2025-01-01').dates).toEqual(['2025-12-01', '2026-01-01'])
})

test('months without a row are not zero but unknown', () => {
  const view = { columns: columns('month', 'receivedFen'), rows: [['2025-02', 700]] }
  expect(byMonth(view, '2025', 'receivedFen').slice(0, 3)).toEqual([null, 700, null])
})

test('what flows into the split flows out of it to the fen', () => {
  const allocation = { totalFen: 900, retainedFen: 100, topUpFen: 50, parts: [part('a', 425), part('b', 425)] }
  const { flows } = flowsOf(allocation, { receivedFen: 1_000, spentFen: 200 }, named, texts)!
  const sum = (of: (flow: { from: string; to: string }) => boolean) => flows.filter(of).reduce((all, one) => all + one.fen, 0)
  expect(sum(flow => flow.to === 'total')).toBe(sum(flow => flow.from === 'total'))
  expect(flows).toContainEqual({ from: 'income', to: 'cost', fen: 200 })
  expect(flows).toContainEqual({ from: 'earlier', to: 'total', fen: 100 })
})

test('receipts beyond the split are left over', () => {
  const { flows } = flowsOf({ totalFen: 600, retainedFen: 0, topUpFen: 0, parts: [part('a', 600)] }, { receivedFen: 1_000, spentFen: 0 }, named, texts)!
  expect(flows).toContainEqual({ from: 'income', to: 'left', fen: 400 })
})

test('what is taken back cannot be drawn as a flow', () => {
  expect(flowsOf({ totalFen: -600, retainedFen: 0, topUpFen: 0, parts: [part('a', -600)] }, { receivedFen: 0, spentFen: 0 }, named, texts)).toBeNull()
  expect(flowsOf({ totalFen: 600, retainedFen: 0, topUpFen: 0, parts: [part('a', 700), part('b', -100)] }, { receivedFen: 0, spentFen: 0 }, named, texts)).toBeNull()
})
