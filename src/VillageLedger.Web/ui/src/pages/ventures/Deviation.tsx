import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../../api'
import { bulletBars, Chart, unitFor, type Look } from '../../charts'
import { ProblemNote, useWhen } from '../../frame'
import { yuan } from '../../money'
import { FiguredTable } from './Figured'
import { bulletsOf } from './figures'
import { totalOf } from './made'

/** What each holder got of the year's income beside what it was led to expect. */
export function Deviation({ venture }: { venture: string }) {
  const { t } = useTranslation('ventures')
  const when = useWhen()
  const year = when.month.slice(0, 4)
  const options = useMemo(() => ({ venture, year, at: when.at }), [venture, year, when.at])
  const report = useReport('allocation', options)
  const rows = useMemo(() => (report.data ? bulletsOf(report.data) : []), [report.data])
  const unit = unitFor(rows.flatMap(row => [row.fen, row.expectedFen]))
  const option = useCallback((look: Look) => bulletBars(look, rows, { actual: t('allocated'), expected: t('expected') }, unit), [rows, unit, t])
  if (report.error) return <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
  if (!report.data || rows.length === 0) return null
  const got = totalOf(rows.map(row => row.fen))
  const table = (
    <>
      <FiguredTable view={report.data} options={options} hidden={['holder']} />
      {report.data.notes.map(note => (
        <p key={note} className="vl-quiet">
          {note}
        </p>
      ))}
    </>
  )
  if (rows.every(row => row.expectedFen === null)) return table
  const expected = totalOf(rows.map(row => row.expectedFen ?? 0))
  return (
    <Chart
      title={t('deviation')}
      period={t('year', { year })}
      unit={t(`charts:unit.${unit}`)}
      description={t('deviation-say', { got: yuan(got), expected: yuan(expected), difference: yuan(got - expected) })}
      option={option}
      height={70 + rows.length * 30}
      table={table}
    />
  )
}
