import { expect, test } from 'vitest'
import { registersOf } from './useQuestions'

const village = (code: string) => ({ owner: `village/${code}`, name: code, initials: '', kind: 'village' as const, township: code.slice(0, 9) })

test('villages of one township are one register, those of several are asked by county', () => {
  expect(registersOf([village('330110112201'), village('330110112202')])).toEqual([{ place: '330110112' }])
  expect(registersOf([village('330110112201'), village('330110113201')])).toEqual([{ place: '330110' }])
})

test('a venture is a register of its own', () => {
  expect(registersOf([{ owner: 'venture/jiucun', name: '', initials: '', kind: 'venture' as const }])).toEqual([{ book: 'venture/jiucun' }])
})
