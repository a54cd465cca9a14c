import { describe, expect, it } from 'vitest'
import type { Account } from '../../../api'
import { accountChoices, isMarked, meant, offered, parentCodes } from './choices'

const account = (code: string, name: string, initials: string, leaf = true): Account => ({ account: code, name, initials, leaf, balanceSide: 'debit', requires: [] })
const accounts = [account('101', '库存现金', 'kcxj'), account('102', '银行存款', 'yhck', false), account('10201', '农商行', 'nsh'), account('513', '管理费用', 'glfy', false), account('51301', '办公费', 'bgf'), account('51302', '办公设备折旧', 'bgsbzj')]
const choices = accountChoices(accounts)
const parents = parentCodes(accounts)

describe('accounts', () => {
  it('are offered without details only', () => expect(choices.map(one => one.code)).toEqual(['101', '10201', '51301', '51302']))
  it('have the names above them', () => expect(choices[2]!.name).toBe('管理费用 / 办公费'))
  it.each([['513', '51301'], ['bgf', '51301'], ['yhck', '10201'], ['BG', '51301'], ['现金', '101'], ['管理 折旧', '51302'], ['管理费用', '51301']])('are found by %s', (typed, code) => expect(offered(choices, typed)[0]?.code).toBe(code))
  it('are not found by digits within a code', () => expect(offered(choices, '301')).toEqual([]))
  it('are not guessed', () => expect(offered(choices, '没有')).toEqual([]))
})

describe('the code of an account with details', () => {
  it.each(['513', ' 102 '])('marks none of them: %s', typed => expect(isMarked(typed, parents)).toBe(false))
  it('is not taken for the only one of them', () => expect(meant(choices, '102', parents)).toBeUndefined())
  it.each(['51', '5130', '10201', 'bgf', '管理'])('stands apart from %s, whose first is marked', typed => expect(isMarked(typed, parents)).toBe(true))
})

describe('what was meant', () => {
  it('is the code', () => expect(meant(choices, '101')?.code).toBe('101'))
  it('is the only one that fits', () => expect(meant(choices, 'nsh')?.code).toBe('10201'))
  it('is open where several fit', () => expect(meant(choices, '513')).toBeUndefined())
  it('is what was written there before', () => expect(meant(choices, '51301 管理费用 / 办公费')?.code).toBe('51301'))
})
