import dayjs from 'dayjs'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOf, type Cell } from '../../api'
import { Chart, shortRate, stackedShares, type Look } from '../../charts'
import { useWhen } from '../../frame'
import { ReportTable } from '../../tables'
import { capitalShares, type Company } from './company'
import { RequestButton } from '../../requests'
import { tableOf } from './made'
import { SectionHead } from './Section'

/** Whose the capital is over time, and every subscription, payment and transfer of it. */
export function Capital({ company, names }: { company: Company; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const when = useWhen()
  const until = dayjs(`${when.month}-01`).add(1, 'month').format('YYYY-MM-DD')
  const shown = useMemo(() => {
    const { dates, parts } = capitalShares(company.changes, until)
    return { dates, series: [...parts].map(([holder, values]) => ({ name: nameOf(names, holder), values })) }
  }, [company, until, names])
  const option = useCallback((look: Look) => stackedShares(look, shown.dates, shown.series), [shown])
  const given = { company: company.company }
  const latest = shown.series.map(one => `${one.name} ${shortRate(one.values.at(-1) ?? 0)}`).join('、')
  const view = tableOf(
    t('capital-changes'),
    [
      { name: 'date', heading: t('date'), isKey: true },
      { name: 'holder', heading: t('shareholder'), isKey: true },
      { name: 'kind', heading: t('change'), kind: 'word', isKey: true },
      { name: 'subscribed', heading: t('subscribed'), kind: 'fen' },
      { name: 'paid', heading: t('paid-in'), kind: 'fen' },
      { name: 'document', heading: t('document') },
    ],
    company.changes.map((one): Cell[] => [one.date, nameOf(names, one.holder), one.kind, one.subscribedFen, one.paidInFen, one.document ?? null]),
    ['', '', '', company.changes.reduce((sum, one) => sum + one.subscribedFen, 0), company.changes.reduce((sum, one) => sum + one.paidInFen, 0), ''],
    { kind: Object.fromEntries(['founded', 'subscribed', 'paid-in', 'given', 'taken'].map(kind => [kind, t(`change.${kind}`)])) },
  )
  return (
    <>
      <Chart
        title={t('capital-over-time')}
        period={t('from-to', { from: shown.dates[0], to: until })}
        unit="%"
        description={t('capital-say', { latest })}
        option={option}
        height={240}
        table={<ReportTable view={view} />}
      />
      <section className="vl-section" aria-label={t('capital-changes')}>
        <SectionHead title={t('capital-changes')}>
          <RequestButton request="subscribe-capital" given={given} size="small" />
          <RequestButton request="pay-in-capital" given={given} size="small" />
          <RequestButton request="transfer-capital" given={given} size="small" />
        </SectionHead>
        <ReportTable view={view} />
      </section>
    </>
  )
}
