import { describe, expect, it } from 'vitest'
import type { Cell, ReportView } from '../../../api'
import { merged, vouchersOf, type Listed } from './merge'

const names = ['date', 'state', 'summary', 'preparedBy', 'voucher']
const columns = names.map(name => ({ name, heading: name, kind: 'text' as const, isKey: name === 'voucher', isShown: true }))
const list = (name: string, rows: Cell[][], words: Record<string, string> = {}): Listed => ({
  owner: { owner: `village/${name}`, name, initials: '', kind: 'village' },
  view: { report: 'voucher-list', title: '', subject: name, asOf: { position: 1, recordedAt: null }, columns, rows, totals: null, head: [], words: { state: words }, notes: [] } satisfies ReportView,
})
const lists = [list('甲', [['2025-06-01', 'prepared', '租金', 'wang', 'v-1'], ['2025-06-02', 'reviewed', '电费', 'wang', 'v-2']], { prepared: '待审核', reviewed: '已审核' }), list('乙', [['2025-06-03', 'prepared', '工资', 'li', 'v-3']], { prepared: '待审核' })]

describe('lists of villages', () => {
  it('become one with the village before', () => expect(merged(lists, 'all', '单位')?.rows.map(row => row[0])).toEqual(['甲', '甲', '乙']))
  it('hold the stage that is asked for', () => expect(merged(lists, 'prepared', '单位')?.rows.map(row => row[5])).toEqual(['v-1', 'v-3']))
  it('keep the words of each', () => expect(merged(lists, 'all', '单位')?.words['state']).toEqual({ prepared: '待审核', reviewed: '已审核' }))
  it('do not repeat the one village', () => expect(merged(lists.slice(0, 1), 'all', '单位')?.columns[0]?.isShown).toBe(false))
  it('tell whose voucher it is', () => expect(vouchersOf(lists).get('v-3')).toMatchObject({ owner: 'village/乙', preparedBy: 'li', state: 'prepared' }))
})
