import { expect, test } from 'vitest'
import { parsePercent } from '../../money'
import { policyOf } from './terms'

test('a percentage is parts per million, exactly', () => {
  expect(parsePercent('12.5')).toBe(125_000)
  expect(parsePercent('100%')).toBe(1_000_000)
  expect(parsePercent('0.0001')).toBe(1)
  expect([parsePercent('100.0001'), parsePercent('1.23456'), parsePercent('-1'), parsePercent('')]).toEqual([undefined, undefined, undefined, undefined])
})

test('a policy without terms has none', () => {
  expect(policyOf({ policy: 'equal', retainBy: 'none' })).toEqual({ policy: 'equal' })
})

test('what is retained goes before every policy', () => {
  expect(policyOf({ policy: 'by-share', retainBy: 'rate', retain: '10', shareChange: 'days' })).toEqual({ policy: 'by-share', terms: { shareChange: 'days', retain: { ratePpm: 100_000 } } })
})

test('a guarantee names its guarantor and what follows', () => {
  expect(policyOf({ policy: 'guaranteed-then-share', guaranteedBy: 'amount', guaranteed: '10000', guarantor: 'company/x', then: { policy: 'equal' } })).toEqual({
    policy: 'guaranteed-then-share',
    terms: { guaranteed: { amountFen: 1_000_000 }, guarantor: 'company/x', then: { policy: 'equal' } },
  })
})

test('the last band has no bound, and the last step takes the rest', () => {
  expect(policyOf({ policy: 'tiered', tiers: [{ upTo: '10000', inner: { policy: 'equal' } }, { upTo: '1', inner: { policy: 'by-share' } }] }).terms).toEqual({
    tiers: [{ upToFen: 1_000_000, policy: 'equal' }, { policy: 'by-share' }],
  })
  expect(policyOf({ policy: 'sequence', steps: [{ by: 'rate', value: '5', inner: { policy: 'equal' } }, { inner: { policy: 'by-weights', basis: 'given', weights: { 'village/a': '3', 'village/b': '' } } }] }).terms).toEqual({
    steps: [
      { ratePpm: 50_000, policy: 'equal' },
      { rest: true, policy: 'by-weights', terms: { basis: 'given', weights: [{ holder: 'village/a', weight: 3 }] } },
    ],
  })
})
