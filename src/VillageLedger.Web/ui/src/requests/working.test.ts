import { expect, test } from 'vitest'
import type { Cell, ReportView } from '../api'
import { vouchersOf } from './offers'
import { raisable, totalOf, writtenOff } from './working'

const view = (names: string[], rows: Cell[][]): ReportView => ({
  report: '', title: '', subject: '', asOf: { position: 1, recordedAt: null }, totals: null, head: [], notes: [], rows, words: { state: { prepared: '待审核' } },
  columns: names.map(name => ({ name, heading: name, kind: 'text' as const, isKey: false, isShown: true })),
})

test('Depreciation that is not proposed yet makes the lines', () => {
  const lines = writtenOff(view(['asset', 'name', 'missingFen'], [['a1', '厂房', 1_425_000], ['a2', '办公楼', 0], ['a3', '茶园', 200_000]]))
  expect([lines.map(line => line.label), totalOf(lines)]).toEqual([['a1 厂房', 'a3 茶园'], 1_625_000])
})

test('What is due up to the month and not raised makes the lines', () => {
  const schedule = view(['due', 'amountFen', 'raisedIn'], [['2025-12-05', 10, 'v-1'], ['2026-01-05', 20, null], ['2026-02-05', 30, null], ['2026-01-31', 0, null]])
  expect(raisable(schedule, '2026-01', 'ht-1')).toEqual([{ label: 'ht-1', due: '2026-01-05', fen: 20 }])
})

test('Vouchers are offered by number, date and summary, and give their ids', () => {
  const offered = vouchersOf(view(['voucher', 'type', 'number', 'date', 'state', 'summary', 'amountFen'], [['v-7', '记', 1, '2026-01-05', 'posted', '收租金', 3_000_000], ['v-8', '记', null, '2026-01-06', 'prepared', '电费', null]]))
  expect(offered.map(one => [one.value, one.label])).toEqual([['v-7', '记-1 2026-01-05 收租金 30,000.00'], ['v-8', '记 (待审核) 2026-01-06 电费']])
})
