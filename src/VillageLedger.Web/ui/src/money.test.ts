import { describe, expect, it } from 'vitest'
import { capital } from './capital'
import { maxFen, money, parseYuan, plainYuan, sumFen, wan, yuan } from './money'

describe('yuan', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [-5, '-0.05'],
    [100, '1.00'],
    [123456789, '1,234,567.89'],
    [-99999, '-999.99'],
    [maxFen, '90,071,992,547,409.91'],
    [-maxFen, '-90,071,992,547,409.91'],
  ])('writes %d fen as %s', (fen, text) => expect(yuan(fen)).toBe(text))

  it.each([0.5, Number.NaN, maxFen + 1, Number.POSITIVE_INFINITY])('takes no %d for an amount', fen => expect(() => yuan(fen)).toThrow(RangeError))
})

describe('wan', () => {
  it.each([
    [1_000_000, '1.00'],
    [1_234_567, '1.23'],
    [1_235_000, '1.24'],
    [-1_235_000, '-1.24'],
    [4_999, '0.00'],
    [-4_999, '0.00'],
    [maxFen, '9,007,199,254.74'],
  ])('rounds %d fen at the end to %s', (fen, text) => expect(wan(fen)).toBe(text))

  it('is chosen by the unit', () => expect(money(1_000_000, 'wan')).toBe('1.00'))
})

describe('parseYuan', () => {
  it.each([
    ['0.1', 10],
    ['0.29', 29],
    ['1.005', undefined],
    ['1,234.5', 123450],
    ['12,34', undefined],
    ['１２３．４', 12340],
    ['-3', -300],
    ['.5', 50],
    ['¥1,000', 100000],
    ['1.2345万', 1234500],
    ['', undefined],
    ['-', undefined],
    ['1e3', undefined],
    ['90071992547409.91', maxFen],
    ['90071992547409.92', undefined],
    ['-0', 0],
  ])('reads %s as %s', (text, fen) => expect(parseYuan(text)).toBe(fen))

  it('reads back what was written, at random', () => {
    const seed = Date.now() % 2_147_483_647
    let state = seed
    for (let i = 0; i < 2_000; i++) {
      state = (state * 48_271) % 2_147_483_647
      const fen = (state * 4_194_301) % maxFen
      for (const amount of [fen, -fen]) expect(parseYuan(plainYuan(amount)), `seed ${seed}`).toBe(amount === 0 ? 0 : amount)
    }
  })
})

describe('sumFen', () => {
  it('adds without losing a fen', () => expect(sumFen([maxFen - 1, 1])).toBe(maxFen))
  it('says nothing beyond the bounds', () => expect(sumFen([maxFen, 1])).toBeUndefined())
  it('comes back from beyond in between', () => expect(sumFen([maxFen, 1, -1])).toBe(maxFen))
})

describe('capital', () => {
  it.each([
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [10_050, '人民币壹佰元伍角整'],
    [10_005, '人民币壹佰元零伍分'],
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [100_000_000_000_000, '人民币壹万亿元整'],
    [10_000_100, '人民币壹拾万零壹元整'],
    [-32_500, '人民币负叁佰贰拾伍元整'],
  ])('writes %d fen as %s', (fen, text) => expect(capital(fen)).toBe(text))
})
