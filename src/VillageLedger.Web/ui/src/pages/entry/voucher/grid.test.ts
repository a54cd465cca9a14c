import { describe, expect, it } from 'vitest'
import { amountFault, balancing, difference, emptyDraft, parseQuantity, quantityText, reduce, type Action, type Draft, type Field } from './grid'

const begin = () => emptyDraft('v-1', 'village/330110112201', '2025-06-30')
const after = (...actions: Action[]): Draft => actions.reduce(reduce, begin())
const set = (row: number, field: Field, text: string): Action => ({ kind: 'set', row, field, text })

describe('summaries', () => {
  it('copies the line above for two points', () => expect(after(set(0, 'summary', '收租金'), set(1, 'summary', '..')).lines[1]!.summary).toBe('收租金'))
  it('takes the points of a Chinese keyboard', () => expect(after(set(0, 'summary', '收租金'), set(1, 'summary', '。。')).lines[1]!.summary).toBe('收租金'))
  it('copies the first line for two slashes', () => expect(after(set(0, 'summary', '甲'), set(1, 'summary', '乙'), set(2, 'summary', '//')).lines[2]!.summary).toBe('甲'))
  it('carries down into an empty one', () => expect(after(set(0, 'summary', '收租金'), { kind: 'carry', row: 1 }).lines[1]!.summary).toBe('收租金'))
  it('carries nothing over what stands there', () => expect(after(set(0, 'summary', '甲'), set(1, 'summary', '乙'), { kind: 'carry', row: 1 }).lines[1]!.summary).toBe('乙'))
  it('has nothing above the first line', () => expect(after(set(0, 'summary', '..')).lines[0]!.summary).toBe(''))
})

describe('amounts', () => {
  it('have one side', () => expect(after(set(0, 'debit', '5'), set(0, 'credit', '7')).lines[0]).toMatchObject({ debit: '', credit: '7' }))
  it('go to the other side', () => expect(after(set(0, 'debit', '5'), { kind: 'switch', row: 0 }).lines[0]).toMatchObject({ debit: '', credit: '5' }))
  it('are written out when they are left', () => expect(after(set(0, 'debit', '1234.5'), { kind: 'tidy', row: 0, side: 'debit' }).lines[0]!.debit).toBe('1,234.50'))
  it('stay as typed where they are none', () => expect(after(set(0, 'debit', '12a'), { kind: 'tidy', row: 0, side: 'debit' }).lines[0]!.debit).toBe('12a'))
  it('are gone where they are zero', () => expect(after(set(0, 'debit', '0'), { kind: 'tidy', row: 0, side: 'debit' }).lines[0]!.debit).toBe(''))
})

describe('balancing', () => {
  const rent = after(set(0, 'debit', '1,000'), set(1, 'credit', '300.05'))
  it('fills what is missing', () => expect(reduce(rent, { kind: 'balance', row: 2, side: 'credit' }).lines[2]!.credit).toBe('699.95'))
  it('takes the other side rather than a negative amount', () => expect(reduce(rent, { kind: 'balance', row: 2, side: 'debit' }).lines[2]).toMatchObject({ debit: '', credit: '699.95' }))
  it('stays on its side in a red voucher', () => expect(reduce(after(set(0, 'debit', '-100')), { kind: 'balance', row: 1, side: 'credit' }).lines[1]!.credit).toBe('-100.00'))
  it('looks past the amount that it replaces', () => expect(reduce(after(set(0, 'debit', '80'), set(1, 'credit', '99')), { kind: 'balance', row: 1, side: 'credit' }).lines[1]!.credit).toBe('80.00'))
  it('has nothing to do where all is even', () => expect(balancing(after(set(0, 'debit', '1'), set(1, 'credit', '1')).lines, 2, 'debit')).toBeUndefined())
  it('always makes debits equal credits', () => {
    const seed = Date.now() % 2_147_483_647
    let state = seed || 1
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
    for (let i = 0; i < 300; i++) {
      let draft = begin()
      for (let row = 0; row < 4; row++) draft = reduce(draft, set(row, random(2) ? 'debit' : 'credit', String((random(2_000_000) - 700_000) / 100)))
      draft = reduce(draft, { kind: 'balance', row: random(4), side: random(2) ? 'debit' : 'credit' })
      const typedEven = difference(draft.lines) === 0
      expect(typedEven, `seed ${seed}`).toBe(true)
    }
  })
})

describe('lines', () => {
  it('are inserted above', () => expect(after(set(0, 'summary', '甲'), { kind: 'insert', row: 0 }).lines.map(line => line.summary)).toEqual(['', '甲', '', '', '']))
  it('are deleted', () => expect(after(set(0, 'summary', '甲'), { kind: 'remove', row: 0 }).lines).toHaveLength(3))
  it('never run out', () => expect([0, 0, 0, 0, 0].reduce((draft, row) => reduce(draft, { kind: 'remove', row }), begin()).lines).toHaveLength(1))
  it('keep their keys apart', () => {
    const keys = after({ kind: 'insert', row: 1 }, { kind: 'remove', row: 0 }, { kind: 'insert', row: 3 }).lines.map(line => line.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('stay the same objects where nothing changed, so that they are not drawn again', () => {
    const before = begin()
    expect(reduce(before, set(0, 'debit', '5')).lines[1]).toBe(before.lines[1])
  })
})

describe('what is no amount', () => {
  it.each([['', undefined], ['12.5', undefined], ['12万', undefined], ['0.001', 'decimals'], ['1,234.567', 'decimals'], ['99999999999999999', 'too-large'], ['12,34', 'none'], ['一百', 'none'], ['1.2.345', 'none']])('%s: %s', (text, fault) => expect(amountFault(text)).toBe(fault))
})

describe('attachments', () => {
  it('take the same file once', () => expect(after({ kind: 'attach', file: { name: 'a.jpg', sha256: 'ab' } }, { kind: 'attach', file: { name: 'b.jpg', sha256: 'ab' } }).attachments).toHaveLength(1))
})

describe('quantities', () => {
  it.each([['12.5', 12_500], ['-3', -3_000], ['0.001', 1], ['1.0001', undefined], ['', undefined], ['1e3', undefined]])('reads %s', (text, thousandths) => expect(parseQuantity(text)).toBe(thousandths))
  it.each([[12_500, '12.5'], [-3_000, '-3'], [1, '0.001']])('writes %d thousandths', (thousandths, text) => expect(quantityText(thousandths)).toBe(text))
})
