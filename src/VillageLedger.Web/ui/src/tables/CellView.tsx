import { useTranslation } from 'react-i18next'
import type { Column } from '../api'
import type { ArrangedRow } from './arrange'
import { cellText } from './cells'
import type { BodyProps } from './ReportTable'

interface Props extends Pick<BodyProps, 'writing' | 'leads' | 'cells' | 'marks' | 'onFigure'> {
  column: Column
  index: number
  row: ArrangedRow
}

/** What stands in one cell: a figure is a button that leads to what made it. */
export function CellView({ column, index, row, writing, leads, cells, marks, onFigure }: Props) {
  const { t } = useTranslation('tables')
  const cell = row.cells[index]
  const text = cellText(column, cell, writing)
  const own = cells?.[column.name]
  if (own) return own(row, text)
  const mark = marks?.(row, column)
  const note = mark && (
    <small className="vl-mark" title={mark.title}>
      {mark.text}
    </small>
  )
  if (!text) return note ?? null
  const isRed = typeof cell === 'number' && cell < 0
  const shown = onFigure && leads(column, row) ? (
    <button type="button" className="vl-figure" data-red={isRed || undefined} aria-label={t('explain', { figure: text, column: column.heading })} onClick={() => onFigure(row.key, column.name)}>
      {text}
    </button>
  ) : isRed ? (
    <span data-red>{text}</span>
  ) : (
    text
  )
  return note ? (
    <>
      {note}
      {shown}
    </>
  ) : (
    shown
  )
}

/** A cell of a row by its column's name. */
export function cellOf(columns: Column[], row: ArrangedRow, name: string) {
  const index = columns.findIndex(column => column.name === name)
  return index < 0 ? null : (row.cells[index] ?? null)
}
