import { expect, test } from 'vitest'
import { capitalOverTime, capitalShares, companyOf } from './company'
import type { StreamFact } from '../../api'

const facts = (...given: [string, object][]): StreamFact[] => given.map(([type, data], i) => ({ position: i + 1, version: i + 1, type: `${type}.1`, recordedAt: '', data }))
const registered: [string, object] = [
  'company-registered',
  { company: 'c', name: '强村', kind: 'asset-operation', founded: '2024-01-01', shareholders: [{ holder: 'village/1', subscribedFen: 600, paidInFen: 300 }, { holder: 'village/2', subscribedFen: 400, paidInFen: 0 }] },
]
const moved: [string, object] = ['capital-transferred', { from: 'village/1', to: 'village/2', date: '2025-06-30', subscribedFen: 100, paidInFen: 50, resolution: '决议' }]

test('capital that goes over leaves one holder and reaches the other on its day', () => {
  const { dates, holders } = capitalOverTime(companyOf(facts(registered, moved))!.changes, 'paidInFen')
  expect(dates).toEqual(['2024-01-01', '2025-06-30'])
  expect(holders.get('village/1')).toEqual([300, 250])
  expect(holders.get('village/2')).toEqual([0, 50])
})

test('the latest shares hold to the end of what is shown', () => {
  const { dates, parts } = capitalShares(companyOf(facts(registered, moved))!.changes, '2026-01-01')
  expect(dates.at(-1)).toBe('2026-01-01')
  expect(parts.get('village/1')).toEqual([600_000, 500_000, 500_000])
})

test('works count as settled up to what was said last', () => {
  const works = companyOf(
    facts(registered, ['works-awarded', { contract: 'gc', awarder: 'village/1', date: '2025-04-01', works: '修路', amountFen: 380, procedure: 'direct' }], ['works-progress-recorded', { contract: 'gc', date: '2025-06-30', amountFen: 200 }]),
  )!.works
  expect(works[0]).toMatchObject({ settledFen: 200, settledOn: '2025-06-30' })
})
