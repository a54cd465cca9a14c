import { expect, test } from 'vitest'
import type { StreamFact } from '../../api'
import { allocationsOf, paidOf, unpaidOf, ventureOf } from './venture'

const facts = (...given: [string, object][]): StreamFact[] => given.map(([type, data], i) => ({ position: i + 1, version: i + 1, type: `${type}.1`, recordedAt: '2026-01-31T10:00:00+08:00', data }))

const founded: [string, object] = ['venture-founded', { venture: 'jiucun', name: '九村联合', kind: 'joint-land', form: 'co-owned', month: '2024-01' }]
const allocated: [string, object] = ['income-allocated', { allocation: 'a1', month: '2026-01', totalFen: 101, policy: 'equal', parts: [{ holder: 'village/1', weight: 1, partFen: 51 }, { holder: 'village/2', weight: 1, partFen: 50 }], remainderTo: ['village/1'], allocatedBy: 'wang' }]

test('a venture is nothing before it was founded', () => {
  expect(ventureOf(facts(allocated))).toBeUndefined()
})

test('an allocation waits until another person confirms it', () => {
  expect(allocationsOf(facts(founded, allocated))[0]!.stage).toBe('prepared')
  expect(allocationsOf(facts(founded, allocated, ['allocation-confirmed', { allocation: 'a1', confirmedBy: 'li' }]))[0]).toMatchObject({ stage: 'confirmed', confirmedBy: 'li' })
})

test('a payment that came back is unpaid again', () => {
  const paid: [string, object] = ['allocation-paid', { allocation: 'a1', payment: 'p1', holder: 'village/1', date: '2026-02-01', amountFen: 51 }]
  const one = allocationsOf(facts(founded, allocated, paid))[0]!
  expect([paidOf(one, 'village/1'), unpaidOf(one)]).toEqual([51, 50])
  const back = allocationsOf(facts(founded, allocated, paid, ['allocation-payment-returned', { allocation: 'a1', payment: 'p1', holder: 'village/1' }]))[0]!
  expect(unpaidOf(back)).toBe(101)
})

test('a withdrawn cost counts nowhere, and progress falls back to the last that remains', () => {
  const venture = ventureOf(
    facts(
      founded,
      ['construction-contracted', { contract: 'gc-1', contractor: 'party/b', date: '2024-07-01', works: '主体', amountFen: 1_000 }],
      ['construction-cost-recorded', { cost: 'c1', contract: 'gc-1', date: '2024-08-01', amountFen: 300, progressPpm: 300_000 }],
      ['construction-cost-recorded', { cost: 'c2', contract: 'gc-1', date: '2024-09-01', amountFen: 400, progressPpm: 700_000 }],
      ['venture-record-withdrawn', { venture: 'jiucun', of: 'c2' }],
    ),
  )!
  expect(venture.contracts[0]).toMatchObject({ costFen: 300, progressPpm: 300_000, lastCostOn: '2024-08-01' })
})

test('a final account takes the place of a provisional cost', () => {
  const venture = ventureOf(
    facts(founded, ['placed-in-service', { placing: 'p1', date: '2025-12-20', costFen: 900, areaSquareMetres: 80, usefulLifeMonths: 240, residualFen: 0, provisional: true }], [
      'cost-settled',
      { placing: 'p1', date: '2026-06-30', costFen: 905, document: '竣工决算' },
    ]),
  )!
  expect(venture.placings[0]).toMatchObject({ costFen: 905, provisional: false, settledOn: '2026-06-30' })
})
