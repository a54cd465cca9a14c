import { expect, test } from 'vitest'
import type { Cell, Owner, ReportView } from '../../../api'
import { allocationsOf, claimsOf, vouchersOf } from './waiting'

const owner: Owner = { owner: 'village/1', name: '甲村', initials: 'jc', kind: 'village' }
const viewOf = (rows: Record<string, Cell>[]): ReportView => {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  return { report: '', title: '', subject: '', asOf: { position: 1, recordedAt: null }, columns: names.map((name, i) => ({ name, heading: name, kind: 'text', isKey: i === 0, isShown: true })), rows: rows.map(row => names.map(name => row[name] ?? null)), totals: null, head: [], words: {}, notes: [] }
}

test('nobody approves what he handed in, or twice', () => {
  const view = viewOf([
    { claim: 'a', state: 'handed-in', madeBy: 'bao', amountFen: 100 },
    { claim: 'b', state: 'handed-in', madeBy: 'Sun', amountFen: 100 },
    { claim: 'c', state: 'handed-in', madeBy: 'bao', approvedBy: 'sun (社长)', amountFen: 100 },
    { claim: 'd', state: 'approved', madeBy: 'bao', amountFen: 100 },
  ])
  expect(claimsOf(view, owner, 'sun').map(one => one.id)).toEqual(['a'])
})

test('a voucher waits for anybody but who prepared it', () => {
  const view = viewOf([
    { voucher: 'v1', state: 'prepared', preparedBy: 'wang', kind: 'ordinary' },
    { voucher: 'v2', state: 'prepared', preparedBy: 'li', kind: 'ordinary' },
    { voucher: 'v3', state: 'reviewed', preparedBy: 'wang', kind: 'ordinary' },
    { voucher: 'v4', state: 'prepared', preparedBy: 'wang', kind: 'allocation', cause: 'a7' },
  ])
  expect(vouchersOf(view, owner, 'li').map(one => one.id)).toEqual(['v1'])
})

test('an allocation is confirmed once for all its vouchers', () => {
  const view = viewOf([
    { voucher: 'v1', state: 'prepared', preparedBy: 'wang', kind: 'allocation', cause: 'a7' },
    { voucher: 'v2', state: 'prepared', preparedBy: 'wang', kind: 'allocation', cause: 'a7' },
  ])
  expect(allocationsOf(view, owner, 'li').map(one => one.id)).toEqual(['a7'])
})
