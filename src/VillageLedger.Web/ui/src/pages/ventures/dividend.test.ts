import { expect, test } from 'vitest'
import { parseYuan } from '../../money'
import { dividendOf, owedFen, paidFen, pastedPayments, stagesOf } from './dividend'
import type { StreamFact } from '../../api'

const facts = (...given: [string, object][]): StreamFact[] => given.map(([type, data], i) => ({ position: i + 1, version: i + 1, type: `${type}.1`, recordedAt: '2025-01-02T10:00:00+08:00', data }))
const proposed: [string, object] = ['dividend-proposed', { dividend: 'd1', payer: 'village/1', year: 2024, steps: [{ kind: 'distribute', amountFen: 300 }], distributableFen: 300, proposedBy: 'wang' }]
const resolved: [string, object] = [
  'dividend-resolved',
  { resolvedOn: '2025-01-20', recordDate: '2024-12-31', noticeOn: '2025-01-03', declaredFen: 200, parts: [{ holder: 'member/a', weight: 2, partFen: 200 }, { holder: 'village/1', weight: 1, partFen: 100 }, { holder: 'member/b', weight: 0, partFen: 0 }] },
]
const paid: [string, object] = ['dividend-paid', { payment: 'p1', holder: 'member/a', date: '2025-01-27', amountFen: 200, reference: 'r1' }]
const states = (...given: [string, object][]) => stagesOf(dividendOf(facts(...given))!).map(stage => stage.state)

test('a proposal waits for its notice and resolution', () => {
  expect(states(proposed)).toEqual(['done', 'now', 'later', 'later', 'later'])
})

test('a resolution leaves the payments', () => {
  expect(states(proposed, resolved)).toEqual(['done', 'done', 'done', 'done', 'now'])
  expect(states(proposed, resolved, paid)).toEqual(['done', 'done', 'done', 'done', 'done'])
})

test('what was withdrawn goes no further', () => {
  expect(states(proposed, ['dividend-withdrawn', { reason: '有误', withdrawnBy: 'li' }])).toEqual(['done', 'later', 'later', 'later', 'later'])
})

test("a cooperative's own part is owed to nobody", () => {
  expect(owedFen(dividendOf(facts(proposed, resolved))!)).toBe(200)
})

test('a payment that came back is kept with its reason and counts no longer', () => {
  const dividend = dividendOf(facts(proposed, resolved, paid, ['dividend-payment-returned', { payment: 'p1', holder: 'member/a', date: '2025-02-01', amountFen: 200, reason: '账号有误' }]))!
  expect([paidFen(dividend), dividend.returned[0]?.reason]).toEqual([0, '账号有误'])
})

test('a later payment ends the mark that nobody came', () => {
  expect(dividendOf(facts(proposed, resolved, ['dividend-unclaimed', { holder: 'member/a', date: '2025-06-30' }]))!.unclaimed.size).toBe(1)
  expect(dividendOf(facts(proposed, resolved, ['dividend-unclaimed', { holder: 'member/a', date: '2025-06-30' }], paid))!.unclaimed.size).toBe(0)
})

test('pasted lines that are incomplete are named by their numbers', () => {
  expect(pastedPayments('member/a\t1,200.50\t6222\tr1\n\nmember/b\tx\t6222\tr2\nmember/c;3;6222', parseYuan)).toEqual({
    payments: [{ holder: 'member/a', amountFen: 120_050, bankAccount: '6222', reference: 'r1' }],
    faults: [3, 4],
  })
})
