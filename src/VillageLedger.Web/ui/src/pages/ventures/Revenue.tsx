import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../../api'
import { categoryAxis, Chart, colourOf, legend, legendHeight, shortMoney, tooltip, unitFor, valueAxis, type Look } from '../../charts'
import { Empty, ProblemNote, useWhen } from '../../frame'
import { yuan } from '../../money'
import { FiguredTable } from './Figured'
import { at, byMonth, linesByMonth } from './figures'
import { totalOf } from './made'

/** What each line of business brought in every month of the year, with all of the year before as a line. */
export function Revenue({ company }: { company: string }) {
  const { t, i18n } = useTranslation('ventures')
  const when = useWhen()
  const year = when.month.slice(0, 4)
  const before = String(Number(year) - 1)
  const options = useMemo(() => ({ company, year, at: when.at }), [company, year, when.at])
  const ofYear = useReport('company-revenue', options)
  const monthly = useReport('company-revenue', { ...options, by: 'month' })
  const then = useReport('company-revenue', { company, year: before, by: 'month', at: when.at })
  const series = useMemo(() => linesByMonth(monthly.data, year), [monthly.data, year])
  const last = useMemo(() => {
    const lines = linesByMonth(then.data, before)
    return byMonth(then.data, before, 'revenueFen').map((_, i) => totalOf(lines.map(line => line.values[i] ?? 0)))
  }, [then.data, before])
  const hasLast = last.some(fen => fen !== 0)
  const unit = unitFor([...series.flatMap(one => one.values), ...last])
  const option = useCallback(
    (look: Look) => ({
      tooltip: { ...tooltip(look), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => (typeof value === 'number' ? yuan(value) : '—') },
      legend: legend(look),
      grid: { left: 4, right: 12, top: legendHeight([...series.map(one => one.name), ...(hasLast ? [t('received-in', { year: before })] : [])], look.width), bottom: 4, containLabel: true },
      xAxis: categoryAxis(
        look,
        Array.from({ length: 12 }, (_, i) => (i18n.language === 'zh' && !look.isNarrow ? `${i + 1}月` : String(i + 1))),
      ),
      yAxis: valueAxis(look, (value: number) => shortMoney(value, unit)),
      series: [
        ...series.map((one, index) => ({ name: one.name, type: 'bar', stack: 'revenue', barMaxWidth: 30, color: colourOf(look, index), itemStyle: { borderColor: look.surface, borderWidth: 1 }, data: one.values })),
        ...(hasLast ? [{ name: t('received-in', { year: before }), type: 'line', color: look.grey, lineStyle: { type: 'dashed' }, data: last }] : []),
      ],
    }),
    [series, last, hasLast, unit, before, t, i18n.language],
  )
  if (ofYear.error) return <ProblemNote problem={ofYear.error} onRetry={() => void ofYear.refetch()} />
  if (!ofYear.data) return null
  const table = <FiguredTable view={ofYear.data} options={options} hidden={['line']} />
  if (series.length === 0) return <Empty text={t('revenue-empty', { year })} />
  const sum = totalOf(ofYear.data.rows.map(row => Number(at(ofYear.data, row, 'revenueFen') ?? 0)))
  return (
    <>
      <Chart
        title={t('revenue-by-line')}
        period={t('year', { year })}
        unit={t(`charts:unit.${unit}`)}
        description={t('revenue-say', { year, sum: yuan(sum) })}
        option={option}
        height={280}
        table={monthly.data && <FiguredTable view={monthly.data} options={{ ...options, by: 'month' }} hidden={['line']} />}
      />
      <section className="vl-section" aria-label={t('revenue-of-year', { year })}>
        <h2>{t('revenue-of-year', { year })}</h2>
        {table}
      </section>
    </>
  )
}
