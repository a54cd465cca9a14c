import { useMemo, useState } from 'react'
import type { Cell, Column } from '../api'
import { cellText, isNumber, type Writing } from './cells'

export interface Sorting {
  column: string
  isDescending: boolean
}

export interface ArrangedRow {
  /** The row's address, as explain takes it. */
  key: string
  cells: Cell[]
}

/** Rows in the order and of the words that the reader asked for; the third click on a head gives the report's own order back. */
export function useArranged(rows: ArrangedRow[], columns: Column[], writing: Writing) {
  const [filter, setFilter] = useState('')
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const words = filter.trim().toLowerCase()
  const kept = useMemo(() => (words ? rows.filter(row => holds(row.cells, columns, words, writing)) : rows), [rows, columns, words, writing])
  const arranged = useMemo(() => (sorting ? sorted(kept, columns, sorting) : kept), [kept, columns, sorting])
  const sortBy = (column: string) =>
    setSorting(before => (before?.column !== column ? { column, isDescending: false } : before.isDescending ? null : { column, isDescending: true }))
  return { arranged, filter, setFilter, sorting, sortBy }
}

export function holds(cells: Cell[], columns: Column[], words: string, writing: Writing): boolean {
  const text = columns
    .map((column, i) => (column.isShown ? cellText(column, cells[i], writing) : ''))
    .join('\n')
    .toLowerCase()
  const plain = text.replaceAll(',', '')
  return words.split(/\s+/).every(word => text.includes(word) || plain.includes(word))
}

export function sorted(rows: ArrangedRow[], columns: Column[], { column, isDescending }: Sorting): ArrangedRow[] {
  const index = columns.findIndex(one => one.name === column)
  const isNumeric = index >= 0 && isNumber(columns[index]!.kind)
  const chinese = new Intl.Collator('zh-CN', { numeric: true })
  const sign = isDescending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [a.cells[index] ?? null, b.cells[index] ?? null]
    // What is not known stands at the end either way.
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (isNumeric ? Number(left) - Number(right) : chinese.compare(String(left), String(right)))
  })
}
