import { describe, expect, it } from 'vitest'
import type { Cell, ReportView } from '../../api'
import { beside, factsBetween } from './compare'

const headings = { then: (text: string) => text + ' then', now: (text: string) => text, change: (text: string) => text + ' change' }

function view(rows: Cell[][]): ReportView {
  const column = (name: string, kind: 'text' | 'fen', isKey = false) => ({ name, heading: name, kind, isKey, isShown: true })
  return { report: 'r', title: 'r', subject: '', asOf: { position: 1 }, columns: [column('account', 'text', true), column('debitFen', 'fen'), column('creditFen', 'fen')], rows, totals: null, head: [], words: {}, notes: [] }
}

describe('beside', () => {
  const earlier = view([['101', 100, 5], ['102', 7, 0], ['109', 3, 0]])
  const later = view([['101', 150, 5], ['102', 7, 0], ['103', 9, 0]])

  it('gives a figure that changed three columns, and leaves out what did not change', () =>
    expect(beside(earlier, later, headings, true).view.columns.filter(one => one.isShown).map(one => one.heading)).toEqual(['account', 'debitFen then', 'debitFen', 'debitFen change']))

  it('has rows of either moment, those that changed', () =>
    expect(beside(earlier, later, headings, true).view.rows.map(row => row.slice(0, 4))).toEqual([['101', 100, 150, 50], ['103', null, 9, 9], ['109', 3, null, -3]]))

  it('has all rows where they are asked for', () => expect(beside(earlier, later, headings, false).view.rows).toHaveLength(4))
  it('finds nothing between the same', () => expect(beside(earlier, earlier, headings, true).changedRows).toBe(0))
})

describe('factsBetween', () => {
  it('lists each record once by position', () => {
    const column = (name: string) => ({ name, heading: name, kind: 'text' as const, isKey: false, isShown: true })
    const diff: ReportView = { ...view([]), columns: ['row', 'entry', 'position', 'summary'].map(column), rows: [['1', 'figure', null, null], ['1', 'fact', 9, 'b'], ['2', 'fact', 9, 'b'], ['2', 'fact', 4, 'a']] }
    expect(factsBetween(diff).rows).toEqual([[4, 'a'], [9, 'b']])
  })
})
