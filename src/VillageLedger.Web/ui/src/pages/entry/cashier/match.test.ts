import { describe, expect, it } from 'vitest'
import { gapOf, matchedKeys, matches, suggested, type BookLine, type StatementLine } from './match'

const bank = (line: number, date: string, amountFen: number, match = '', voucherLines = ''): StatementLine => ({ line, date, amountFen, reference: '', match, voucherLines, rule: '' })
const book = (voucher: string, date: string, amountFen: number): BookLine => ({ key: `${voucher}#1`, voucher, line: 1, date, number: '记-1', summary: '', amountFen })

describe('suggestions', () => {
  it('have the same amount', () => expect(suggested([bank(1, '2025-06-10', 500)], [book('a', '2025-06-09', 500), book('b', '2025-06-09', 501)]).map(one => one.voucher)).toEqual(['a']))
  it('begin with the nearest day', () => expect(suggested([bank(1, '2025-06-10', 500)], [book('a', '2025-06-02', 500), book('b', '2025-06-11', 500)]).map(one => one.voucher)).toEqual(['b', 'a']))
  it('do not reach far', () => expect(suggested([bank(1, '2025-06-30', 500)], [book('a', '2025-06-02', 500)])).toEqual([]))
  it('take several lines together', () => expect(suggested([bank(1, '2025-06-10', 300), bank(2, '2025-06-10', 200)], [book('a', '2025-06-09', 500)])).toHaveLength(1))
})

describe('a match', () => {
  it('needs both sides', () => expect(gapOf([bank(1, '2025-06-10', 500), bank(2, '2025-06-10', -500)], [])).toBeUndefined())
  it('is even to the fen', () => expect(gapOf([bank(1, '2025-06-10', 500)], [book('a', '2025-06-09', 499)])).toBe(1))
  it('may be of a posted line and its red one', () => expect(gapOf([], [book('a', '2025-06-09', 500), book('b', '2025-06-12', -500)])).toBe(0))
  it('takes its lines of the book away', () => expect([...matchedKeys([bank(1, '2025-06-10', 500, 'm-1', 'a#1, b#2')])]).toEqual(['a#1', 'b#2']))
  it('holds all its lines', () => expect(matches([bank(1, '2025-06-10', 300, 'm-1', 'a#1'), bank(2, '2025-06-10', 200, 'm-1', 'a#1'), bank(3, '2025-06-11', 9)])).toMatchObject([{ match: 'm-1', lines: [{ line: 1 }, { line: 2 }] }]))
})
