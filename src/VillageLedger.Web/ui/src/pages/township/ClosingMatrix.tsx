import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthText, useAddress } from '../../frame'
import { checksAtOnce, useChecks, type OwnersCheck } from './checks'
import type { MatrixRow } from './matrix'
import { rowsOf } from './statistics'

interface Props {
  rows: MatrixRow[]
  months: string[]
  at: number | undefined
}

/** Villages down, months across. A month that is not closed leads to its check list. */
export function ClosingMatrix({ rows, months, at }: Props) {
  const { t, i18n } = useTranslation('township')
  const addressOf = useAddress()
  const [count, setCount] = useState(checksAtOnce)
  const open = useMemo(() => rows.flatMap(row => (row.next ? [{ owner: row.owner, month: row.next }] : [])), [rows])
  const checks = useChecks(open.slice(0, count), at)
  const number = (month: string) => Number(month.slice(5))
  return (
    <>
      <div className="vl-matrix" role="region" aria-label={t('closing')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('village')}</th>
              <th scope="col">{t('next-month')}</th>
              {months.map(month => (
                <th key={month} scope="col" aria-label={monthText(month, i18n.language)}>
                  {t('month-short', { month: number(month) })}
                </th>
              ))}
              <th scope="col">{t('missing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.owner}>
                <th scope="row">{row.name}</th>
                <td className="vl-matrix-next" data-late={(row.next && row.next < months[0]!) || undefined}>
                  {row.next ? <Link to={addressOf('/closing', { owner: row.owner, month: row.next })}>{monthText(row.next, i18n.language)}</Link> : '—'}
                </td>
                {row.states.map((state, i) => {
                  const month = months[i]!
                  const label = `${monthText(month, i18n.language)}: ${t(`month.${state}`)}`
                  const mark = t(`month-mark.${state}`)
                  return (
                    <td key={month} data-state={state} title={label}>
                      {state === 'next' || state === 'open' ? (
                        <Link to={addressOf('/closing', { owner: row.owner, month })} aria-label={label}>
                          {mark}
                        </Link>
                      ) : (
                        <span role="img" aria-label={label}>
                          {mark.trim()}
                        </span>
                      )}
                    </td>
                  )
                })}
                <td className="vl-matrix-missing">
                  <Missing row={row} check={checks.get(row.owner)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="vl-growth-legend">
        {(['closed', 'next', 'open', 'later'] as const).map(state => (
          <span key={state}>
            <b className="vl-matrix-mark" data-state={state} aria-hidden="true">
              {t(`month-mark.${state}`)}
            </b>
            {t(`month.${state}`)}
          </span>
        ))}
      </p>
      {open.length > count && (
        <p>
          <Button onClick={() => setCount(count + checksAtOnce)}>{t('check-more', { count: open.length - count })}</Button>
        </p>
      )}
    </>
  )
}

/** What month-check found of the month that comes next, what stops first. */
function Missing({ row, check }: { row: MatrixRow; check: OwnersCheck | undefined }) {
  const { t } = useTranslation('township')
  const addressOf = useAddress()
  if (!check?.view) return null
  const { view } = check
  const found = rowsOf(view).filter(({ cell }) => cell('state') !== 'ok')
  if (found.length === 0) return <span className="vl-quiet">{t('ready')}</span>
  return (
    <span className="vl-reasons">
      {found
        .toSorted((a, b) => String(a.cell('state')).localeCompare(String(b.cell('state'))))
        .map(({ key, cell }) => (
          <Link key={key} className="vl-reason" data-kind={cell('state') === 'stops' ? 'stops' : undefined} title={String(cell('detail') ?? '')} to={addressOf('/closing', { owner: row.owner, month: check.month })}>
            {view.words['check']?.[key] ?? key}
          </Link>
        ))}
    </span>
  )
}
