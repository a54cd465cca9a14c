import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CellView } from './CellView'
import { cellText, isNumber } from './cells'
import type { BodyProps } from './ReportTable'

const atOnce = 40

/** On a phone each row is a card of labels and values; its first texts are its name. */
export function CardList(props: BodyProps) {
  const { t } = useTranslation('tables')
  const { view, shown, writing, arrangement, selection } = props
  const { arranged } = arrangement
  const [count, setCount] = useState(atOnce)
  const firstFigure = shown.findIndex(({ column }) => isNumber(column.kind))
  const named = shown.slice(0, Math.min(2, firstFigure < 0 ? 2 : Math.max(1, firstFigure)))
  const rest = shown.slice(named.length)
  return (
    <>
      <ul className="vl-cards">
        {arranged.slice(0, count).map(row => (
          <li key={row.key} className={props.rowClass?.(row)}>
            <h3>
              {selection && (
                <Checkbox
                  aria-label={t('choose')}
                  checked={selection.keys.has(row.key)}
                  onChange={event => {
                    const next = new Set(selection.keys)
                    if (event.target.checked) next.add(row.key)
                    else next.delete(row.key)
                    selection.onChange(next)
                  }}
                />
              )}
              {named.map(one => (
                <span key={one.column.name}>
                  <CellView {...props} column={one.column} index={one.index} row={row} />
                </span>
              ))}
            </h3>
            <dl>
              {rest
                .filter(({ column, index }) => cellText(column, row.cells[index], writing) !== '' || props.cells?.[column.name])
                .map(one => (
                  <div key={one.column.name}>
                    <dt>{one.column.heading}</dt>
                    <dd data-number={isNumber(one.column.kind) || undefined}>
                      <CellView {...props} column={one.column} index={one.index} row={row} />
                    </dd>
                  </div>
                ))}
            </dl>
            {props.rowActions && <div className="vl-row-actions">{props.rowActions(row)}</div>}
          </li>
        ))}
        {view.totals && !arrangement.filter && count >= arranged.length && (
          <li className="vl-card-total">
            <h3>{t('total')}</h3>
            <dl>
              {shown
                .filter(({ column, index }) => isNumber(column.kind) && view.totals![index] !== null)
                .map(({ column, index }) => (
                  <div key={column.name}>
                    <dt>{column.heading}</dt>
                    <dd data-number data-red={Number(view.totals![index]) < 0 || undefined}>
                      {cellText(column, view.totals![index], writing, true)}
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        )}
      </ul>
      {count < arranged.length && (
        <Button block size="large" onClick={() => setCount(count + atOnce)}>
          {t('more', { left: arranged.length - count })}
        </Button>
      )}
    </>
  )
}
