import { Checkbox } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrangedRow } from './arrange'
import { CellView } from './CellView'
import { cellText, isNumber } from './cells'
import type { BodyProps } from './ReportTable'

interface Props {
  row: ArrangedRow
  /** Among the rows that are shown, from 0. */
  index: number
  /** Rows of one height: texts are cut off, and whole in the tooltip. */
  isCut: boolean
  isChosen: boolean
  table: BodyProps
  onChoose?: (keys: string[], isChosen: boolean) => void
}

export const GridRow = memo(function GridRow({ row, index, isCut, isChosen, table, onChoose }: Props) {
  const { t } = useTranslation('tables')
  const { shown, writing } = table
  return (
    <tr aria-rowindex={index + 2} className={table.rowClass?.(row)} data-chosen={isChosen || undefined}>
      {onChoose && (
        <td className="vl-choice">
          <Checkbox aria-label={t('choose')} checked={isChosen} onChange={event => onChoose([row.key], event.target.checked)} />
        </td>
      )}
      {shown.map(({ column, index: at }) => (
        <td key={column.name} className={table.cellClass?.(row, column)} data-number={isNumber(column.kind) || undefined} title={isCut && column.kind === 'text' ? cellText(column, row.cells[at], writing) : undefined}>
          <CellView {...table} column={column} index={at} row={row} />
        </td>
      ))}
      {table.rowActions && <td className="vl-row-actions">{table.rowActions(row)}</td>}
    </tr>
  )
})
