import { Checkbox } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '../media'
import { cellText, isNumber } from './cells'
import { GridRow } from './GridRow'
import type { BodyProps } from './ReportTable'
import { columnWidths, textWidth } from './widths'
import { useRowWindow } from './window'

const longTable = 200
const rowHeight = 32
const selectionWidth = 40
const narrowText = 140
const shortTable = 320
/** A table of few columns is not drawn out over a wide page, where the eye would lose its row. */
const leastWidth = 860

/** What a table of so many rows is never shorter than, however little space there is. */
export function leastHeight(rows: number, hasTotals: boolean): number {
  return Math.min(shortTable, (rows + (hasTotals ? 2 : 1)) * rowHeight)
}

/** The table itself. Up to 200 rows all stand in it and texts wrap; of more, those in sight, each 32 px. */
export function GridTable(props: BodyProps) {
  const { t } = useTranslation('tables')
  const { view, box, shown, writing, arrangement, selection, rowActions, actionsWidth = 132, onFigure, marks } = props
  const { arranged, sorting, sortBy } = arrangement
  const isPrinted = useMedia('print')
  const isVirtual = arranged.length > longTable && !isPrinted
  const { first, last } = useRowWindow(box, rowHeight, arranged.length, isVirtual)
  const widths = useMemo(() => {
    const all = columnWidths(view.columns, view.rows, view.totals ?? null, writing, !!onFigure)
    return shown.map(({ column, index }, i) => {
      // The outermost that are shown stand off the frame, too.
      const isNewlyOuter = (i === 0 && index > 0) || (i === shown.length - 1 && index < all.length - 1)
      const one = isNewlyOuter ? { ...all[index]!, width: all[index]!.width + 4 } : all[index]!
      if (!marks) return one
      const longest = arranged.reduce((most, row) => Math.max(most, textWidth(marks(row, column)?.text ?? '')), 0)
      return { ...one, width: one.width + (longest > 0 ? longest + 12 : 0) }
    })
  }, [view, writing, shown, onFigure, marks, arranged])
  const growing = widths.findIndex(one => one.grows)
  // Where space is short, the text that takes what is left over gives way first: it wraps.
  const total = widths.reduce((sum, one) => sum + (one.grows ? Math.min(one.width, narrowText) : one.width), 0) + (selection ? selectionWidth : 0) + (rowActions ? actionsWidth : 0)
  const allChosen = selection !== undefined && arranged.every(row => selection.keys.has(row.key))

  // Rows are drawn anew only where something of the whole table changed, not when it scrolls.
  const choose = useCallback(
    (keys: string[], isChosen: boolean) => {
      if (!selection) return
      const next = new Set(selection.keys)
      for (const key of keys) {
        if (isChosen) next.add(key)
        else next.delete(key)
      }
      selection.onChange(next)
    },
    [selection],
  )

  return (
    <div className="vl-grid" ref={box} style={{ minHeight: leastHeight(arranged.length, !!view.totals), maxWidth: Math.max(leastWidth, total * 1.6) }} tabIndex={0} role="region" aria-label={view.title}>
      <table data-virtual={isVirtual || undefined} style={{ minWidth: total }} aria-rowcount={arranged.length + 1}>
        <colgroup>
          {selection && <col style={{ width: selectionWidth }} />}
          {widths.map((one, i) => (
            <col key={shown[i]!.column.name} style={i === growing ? undefined : { width: one.width }} />
          ))}
          {rowActions && <col style={{ width: actionsWidth }} />}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="vl-choice">
                <Checkbox aria-label={t('choose-all')} checked={allChosen} indeterminate={!allChosen && selection.keys.size > 0} onChange={event => choose(arranged.map(row => row.key), event.target.checked)} />
              </th>
            )}
            {shown.map(({ column }) => (
              <th
                key={column.name}
                scope="col"
                data-number={isNumber(column.kind) || undefined}
                aria-sort={sorting?.column === column.name ? (sorting.isDescending ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" onClick={() => sortBy(column.name)}>
                  {column.heading}
                  <span aria-hidden="true">{sorting?.column === column.name ? (sorting.isDescending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
            {rowActions && <th scope="col" aria-label={t('actions')} />}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
          {arranged.slice(first, last).map((row, i) => (
            <GridRow key={row.key} row={row} index={first + i} isCut={isVirtual} isChosen={selection?.keys.has(row.key) ?? false} table={props} onChoose={selection && choose} />
          ))}
          {last < arranged.length && <tr aria-hidden="true" style={{ height: (arranged.length - last) * rowHeight }} />}
        </tbody>
        {view.totals && !arrangement.filter && (
          <tfoot>
            <tr>
              {selection && <td className="vl-choice" />}
              {shown.map(({ column, index }, i) => {
                const cell = view.totals![index]
                return (
                  <td key={column.name} data-number={isNumber(column.kind) || undefined} data-red={(typeof cell === 'number' && cell < 0) || undefined}>
                    {cellText(column, cell, writing, true) || (i === 0 ? t('total') : '')}
                  </td>
                )
              })}
              {rowActions && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
