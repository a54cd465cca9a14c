import { describe, expect, it } from 'vitest'
import type { Column } from '../api'
import { columnWidths, textWidth } from './widths'

const column = (name: string, heading: string, kind: Column['kind']): Column => ({ name, heading, kind, isKey: false, isShown: true })
const writing = { unit: 'yuan' as const, words: {}, decimals: {} }

describe('columnWidths', () => {
  const widths = columnWidths([column('account', '科目', 'text'), column('name', '名称', 'text'), column('count', 'Attachments', 'count'), column('debitFen', '借方', 'fen')], [['101', '库存现金', 1, 11_634_477_086]], null, writing)

  it('holds a figure whole', () => expect(widths[3]!.width).toBeGreaterThan(textWidth('116,344,770.86')))
  it('breaks no word of a heading', () => expect(widths[2]!.width).toBeGreaterThan(textWidth('Attachments')))
  it('lets names grow before codes', () => expect(widths.map(one => one.grows)).toEqual([false, true, false, false]))
})
