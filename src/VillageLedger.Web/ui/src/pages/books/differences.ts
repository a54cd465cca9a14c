import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { rowKeys, useReport, type Cell, type Column, type Query, type ReportView } from '../../api'
import { money, type Unit } from '../../money'
import { usePreferences } from '../../preferences'
import { cellText, type ArrangedRow } from '../../tables'
import type { Mark } from '../../tables/ReportTable'

/** A report's cells by row and column name, to be set beside another moment's. */
export class Figures {
  private readonly rows = new Map<string, Cell[]>()
  private readonly columns = new Map<string, number>()

  constructor(view: ReportView) {
    const keys = rowKeys(view)
    view.rows.forEach((row, i) => this.rows.set(keys[i]!, row))
    view.columns.forEach((column, i) => this.columns.set(column.name, i))
  }

  has(row: string): boolean {
    return this.rows.has(row)
  }

  at(row: string, column: string): Cell {
    const index = this.columns.get(column)
    return index === undefined ? null : (this.rows.get(row)?.[index] ?? null)
  }
}

/** In the historic view: a mark at each figure that is another one now, with the difference. */
export function useDifferencesFromNow(name: string, options: Query, isHistoric: boolean): ((row: ArrangedRow, column: Column) => Mark | undefined) | undefined {
  const { t } = useTranslation('books')
  const { unit } = usePreferences()
  const now = useReport(name, { ...options, at: undefined }, { enabled: isHistoric })
  return useMemo(() => {
    const view = now.data
    if (!isHistoric || !view) return undefined
    const figures = new Figures(view)
    const writing = { unit, words: view.words, decimals: {} }
    return (row, column) => {
      if (column.kind !== 'fen') return undefined
      const then = cellOfRow(view.columns, row, column.name)
      const current = figures.at(row.key, column.name)
      const change = differenceOf(then, current)
      if (!change) return undefined
      return { text: signedMoney(change, unit), title: t('now-it-is', { figure: cellText(column, current, writing, true), change: signedMoney(change, unit) }) }
    }
  }, [now.data, isHistoric, unit, t])
}

function cellOfRow(columns: Column[], row: ArrangedRow, name: string): Cell {
  const index = columns.findIndex(column => column.name === name)
  return row.cells[index] ?? null
}

/** Later less earlier; undefined where either is no number. What is not there counts as nothing. */
export function differenceOf(from: Cell, to: Cell): number | undefined {
  if ((from !== null && typeof from !== 'number') || (to !== null && typeof to !== 'number')) return undefined
  return (to ?? 0) - (from ?? 0)
}

export function signedMoney(fen: number, unit: Unit): string {
  return (fen > 0 ? '+' : '') + money(fen, unit)
}
