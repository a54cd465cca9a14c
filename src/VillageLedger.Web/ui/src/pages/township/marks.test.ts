import { expect, test } from 'vitest'
import { checkedOf, marksOf, yearOfThreshold } from './marks'
import { placeOf } from './place'

const fine = { growthPpm: 20_000, state: 'complete', openVillages: 0, pendingVillages: 0 }

test('a village whose books are complete and whose income grows needs no question', () => {
  expect(marksOf(fine)).toEqual([])
})

test('negative money stands before falling income, and both before what is only open', () => {
  const kinds = marksOf({ ...fine, growthPpm: -1, state: 'open', openVillages: 1, checked: { negative: 1, warnings: 2 } }).map(mark => mark.kind)
  expect(kinds).toEqual(['negative-balance', 'falling', 'not-closed', 'warnings'])
})

test('without a figure of the year before nothing fell', () => {
  expect(marksOf({ ...fine, growthPpm: null })).toEqual([])
})

test('a village without a book is marked so and not as open', () => {
  expect(marksOf({ ...fine, state: 'no-book', openVillages: 1 })).toEqual([{ kind: 'no-book' }])
})

test('of the checks of a month cash and bank count as negative money, what is not posted has its own mark', () => {
  const columns = ['check', 'state', 'detail'].map(name => ({ name, heading: name, kind: 'word' as const, isKey: false, isShown: true }))
  const rows = [
    ['cash-side', 'stops', ''],
    ['bank-side', 'ok', ''],
    ['unposted-vouchers', 'stops', ''],
    ['depreciation', 'warning', ''],
  ]
  expect(checkedOf({ columns, rows })).toEqual({ negative: 1, warnings: 1 })
})

test('a threshold is measured by a year that is over', () => {
  expect([yearOfThreshold('2025-12'), yearOfThreshold('2025-06')]).toEqual([2025, 2024])
})

test('the place of a chosen village is its township', () => {
  const village = (code: string, name: string) => ({ owner: `village/${code}`, name, initials: '', kind: 'village' as const, township: code.slice(0, 9), townshipName: `镇${code.slice(6, 9)}`, county: code.slice(0, 6), countyName: '县' })
  const owners = [village('330110112202', '乙'), village('330110112201', '甲'), village('330110113201', '丙')]
  const ofVillage = placeOf({ owners, place: undefined, current: owners[0] })
  expect([ofVillage.place, ofVillage.name, ofVillage.villages.map(one => one.name).join('')]).toEqual(['330110112', '镇112', '甲乙'])
  expect(placeOf({ owners, place: '330110', current: undefined }).villages).toHaveLength(3)
})
