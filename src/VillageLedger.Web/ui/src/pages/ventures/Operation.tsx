import { Skeleton } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../../api'
import { barsWithLine, Chart, unitFor, type Look } from '../../charts'
import { Empty, Later, ProblemNote, useWhen } from '../../frame'
import { yuan } from '../../money'
import { FiguredTable } from './Figured'
import { byMonth } from './figures'
import { totalOf } from './made'

const monthNames = Array.from({ length: 12 }, (_, i) => String(i + 1))

/** What a venture received and spent in each month of the year, with the receipts of the year before as a line. */
export function Operation({ venture }: { venture: string }) {
  const { t, i18n } = useTranslation('ventures')
  const when = useWhen()
  const year = when.month.slice(0, 4)
  const before = String(Number(year) - 1)
  const options = useMemo(() => ({ venture, year, at: when.at }), [venture, year, when.at])
  const now = useReport('venture-operation', options)
  const then = useReport('venture-operation', { venture, year: before, at: when.at })
  const received = useMemo(() => byMonth(now.data, year, 'receivedFen'), [now.data, year])
  const spent = useMemo(() => byMonth(now.data, year, 'spentFen'), [now.data, year])
  const last = useMemo(() => byMonth(then.data, before, 'receivedFen'), [then.data, before])
  const unit = unitFor([...received, ...spent, ...last])
  const hasLast = last.some(fen => fen !== null)
  const option = useCallback(
    (look: Look) =>
      barsWithLine(
        look,
        monthNames.map(month => (i18n.language === 'zh' && !look.isNarrow ? `${month}月` : month)),
        [
          { name: t('received'), values: received },
          ...(spent.some(fen => fen) ? [{ name: t('spent'), values: spent }] : []),
        ],
        hasLast ? { name: t('received-in', { year: before }), values: last } : null,
        unit,
      ),
    [received, spent, last, hasLast, unit, before, t, i18n.language],
  )
  if (now.error) return <ProblemNote problem={now.error} onRetry={() => void now.refetch()} />
  if (!now.data)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Later>
    )
  if (now.data.rows.length === 0) return <Empty text={t('operation-empty', { year })} />
  const sum = totalOf(received.map(fen => fen ?? 0))
  return (
    <Chart
      title={t('operation-by-month')}
      period={t('year', { year })}
      unit={t(`charts:unit.${unit}`)}
      description={t('operation-say', { year, sum: yuan(sum) })}
      option={option}
      height={280}
      table={<FiguredTable view={now.data} options={options} />}
    />
  )
}
