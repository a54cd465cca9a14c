import { expect, test } from 'vitest'
import type { ReportView } from '../api'
import { figurePath, figureSubject } from './subject'

const column = (name: string, isKey = false) => ({ name, heading: name.toUpperCase(), kind: 'text' as const, isKey, isShown: true })
const view = (key: string, row: string): ReportView => ({
  report: 'trial-balance',
  title: '科目余额表',
  subject: '',
  asOf: { position: 120, recordedAt: null },
  columns: [column(key, true), column('name'), column('debitFen')],
  rows: [[row, '管理费用', 1]],
  totals: null,
  head: [],
  words: {},
  notes: [],
})

test('a question at a figure says of which report, position, period and books it is', () => {
  const subject = figureSubject(view('account', '513'), { book: 'village/330110112201', month: '2025-06', level: 1, at: 90 }, { row: '513', column: 'debitFen' })
  expect(subject).toEqual({
    owner: 'village/330110112201',
    title: '科目余额表 · 管理费用 · DEBITFEN',
    figure: { report: 'trial-balance', row: '513', column: 'debitFen', position: 120, month: '2025-06', options: 'level=1' },
  })
})

test('in a report over villages the row says whose books are asked about', () => {
  expect(figureSubject(view('village', '330110112201'), { place: '330110', year: '2025' }, { row: '330110112201', column: 'debitFen' })?.owner).toBe('village/330110112201')
})

test('a sum over a township is nobody’s figure to be asked about', () => {
  expect(figureSubject(view('township', '330110112'), { place: '330110' }, { row: '330110112', column: 'debitFen' })).toBeUndefined()
})

test('the way to a figure keeps what the report was asked for, and the clock where it is meant', () => {
  const figure = { report: 'trial-balance', row: '513', column: 'debitFen', position: 120, month: '2025-06', options: 'level=1' }
  expect(figurePath(figure, 'village/1', true)).toBe('/reports/trial-balance?level=1&owner=village%2F1&month=2025-06&at=120&row=513&column=debitFen')
  expect(figurePath(figure, 'village/1', false)).not.toContain('at=')
})
