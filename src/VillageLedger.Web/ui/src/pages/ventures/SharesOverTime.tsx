import { Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../../api'
import { Chart, shortRate, stackedShares, type Look } from '../../charts'
import { Empty, Later, ProblemNote, useWhen } from '../../frame'
import { FiguredTable } from './Figured'
import { sharesOverTime } from './figures'

/** Each holder's share as an area over time; the table lists the versions with their resolutions. */
export function SharesOverTime({ venture }: { venture: string }) {
  const { t } = useTranslation('ventures')
  const when = useWhen()
  const options = useMemo(() => ({ venture, at: when.at }), [venture, when.at])
  const report = useReport('shares', options)
  const until = dayjs(`${when.month}-01`).add(1, 'month').format('YYYY-MM-DD')
  const shown = useMemo(() => (report.data ? sharesOverTime(report.data, until) : null), [report.data, until])
  const option = useCallback((look: Look) => stackedShares(look, shown?.dates ?? [], shown?.series ?? []), [shown])
  if (report.error) return <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
  if (!report.data || !shown)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Later>
    )
  if (shown.series.length === 0) return <Empty text={t('shares-empty')} />
  const latest = shown.series.map(one => `${one.name} ${shortRate(one.values.at(-1) ?? 0)}`).join('、')
  return (
    <Chart
      title={t('shares-over-time')}
      period={t('from-to', { from: shown.dates[0], to: shown.dates.at(-1) })}
      unit="%"
      description={t('shares-say', { count: shown.dates.length - 1, latest })}
      option={option}
      height={340}
      table={<FiguredTable view={report.data} options={options} hidden={['holder']} isFigured={false} />}
    />
  )
}
