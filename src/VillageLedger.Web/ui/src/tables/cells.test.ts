import { describe, expect, it } from 'vitest'
import type { Column } from '../api'
import { cellText, decimalsOf, tsv } from './cells'

const column = (kind: Column['kind'], name: string = kind): Column => ({ name, heading: name, kind, isKey: false, isShown: true })
const writing = { unit: 'yuan' as const, words: { state: { open: '未结账' } }, decimals: {} }

describe('cellText', () => {
  it('leaves a zero of a row blank', () => expect(cellText(column('fen'), 0, writing)).toBe(''))
  it('writes a zero of a total', () => expect(cellText(column('fen'), 0, writing, true)).toBe('0.00'))
  it('writes a red amount with its minus', () => expect(cellText(column('fen'), -123456, writing)).toBe('-1,234.56'))
  it('writes rates in percent', () => expect(cellText(column('ppm'), 111111, writing)).toBe('11.1111%'))
  it('writes quantities from thousandths', () => expect(cellText(column('quantity'), -12500, { ...writing, decimals: { quantity: 1 } })).toBe('-12.5'))
  it('writes words in the reader’s language', () => expect(cellText(column('word', 'state'), 'open', writing)).toBe('未结账'))
})

describe('decimalsOf', () => {
  it('is what the longest figure needs', () => expect(decimalsOf([column('quantity')], [[12500], [1000], [10250]])).toEqual({ quantity: 2 }))
  it('is two at least for rates', () => expect(decimalsOf([column('ppm')], [[0], [500000]])).toEqual({ ppm: 2 }))
})

describe('tsv', () => {
  it('keeps formulas of texts from spreadsheets and minus signs of figures', () =>
    expect(tsv([{ column: column('text'), index: 0 }, { column: column('fen'), index: 1 }], [['=1+1', -100000]], writing)).toBe("text\tfen\r\n'=1+1\t-1000.00"))
})
