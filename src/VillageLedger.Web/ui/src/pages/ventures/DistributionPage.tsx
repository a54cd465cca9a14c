import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isProblem, nameOf, useStream, type Cell } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress, useWhen } from '../../frame'
import { ReportTable } from '../../tables'
import { dividendOf, owedFen, paidFen, paidTo, type Dividend } from './dividend'
import { HolderActions, DividendActions, ReturnPayment } from './dividendActs'
import { DividendPath } from './DividendPath'
import { tableOf, totalOf } from './made'
import { Plan } from './Plan'
import './ventures.css'

/** One dividend: where it stands on its legal path, its plan, who has been paid and who not. */
export default function DistributionPage() {
  const { t } = useTranslation('ventures')
  const { id = '' } = useParams()
  const when = useWhen()
  const addressOf = useAddress()
  const stream = useStream('dividend', id, when.at)
  const dividend = dividendOf(stream.data?.facts ?? [])
  const isNone = isProblem(stream.error) && stream.error.status === 404
  const names = stream.data?.names
  if (stream.error && !isNone) return <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
  return (
    <Page
      title={dividend ? t('dividend-of', { name: nameOf(names, dividend.payer), year: dividend.year }) : t('distributions')}
      subject={
        <>
          <Link to={addressOf('/distributions', dividend ? { owner: dividend.payer } : {})}>{t('distributions')}</Link> › {id}
        </>
      }
      actions={dividend && !when.isHistoric && <DividendActions dividend={dividend} names={names} />}
    >
      {stream.isPending && (
        <Later>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Later>
      )}
      {isNone && <Empty text={t(when.isHistoric ? 'dividend-not-yet' : 'dividend-none')} />}
      {dividend && (
        <div className="vl-sections">
          {dividend.withdrawn && (
            <p className="vl-waits" role="status">
              {t('is-withdrawn', dividend.withdrawn)}
            </p>
          )}
          <DividendPath dividend={dividend} />
          <section className="vl-section" aria-label={t('plan')}>
            <h2>{t('plan')}</h2>
            <Plan steps={dividend.steps} />
            {[...dividend.warnings, ...(dividend.resolution?.warnings ?? [])].map(word => (
              <p key={word} className="vl-waits">
                {t(`warning.${word}`, { defaultValue: word })}
              </p>
            ))}
          </section>
          {dividend.resolution && <Paid dividend={dividend} names={names} isEntered={!when.isHistoric && !dividend.withdrawn} />}
        </div>
      )}
    </Page>
  )
}

function Paid({ dividend, names, isEntered }: { dividend: Dividend; names?: Record<string, string>; isEntered: boolean }) {
  const { t } = useTranslation('ventures')
  const addressOf = useAddress()
  const owed = owedFen(dividend)
  const paid = paidFen(dividend)
  const view = tableOf(
    t('who-is-paid'),
    [
      { name: 'holder', heading: t('holder'), isKey: true, isShown: false },
      { name: 'name', heading: t('holder') },
      { name: 'part', heading: t('part'), kind: 'fen' },
      { name: 'paid', heading: t('paid'), kind: 'fen' },
      { name: 'unpaid', heading: t('unpaid'), kind: 'fen' },
      { name: 'state', heading: t('stage'), kind: 'word' },
    ],
    dividend.parts.map((part): Cell[] => {
      const got = paidTo(dividend, part.holder)
      const state = got === part.partFen ? 'paid' : dividend.unclaimed.has(part.holder) ? 'unclaimed' : got > 0 ? 'partly' : 'unpaid'
      return [part.holder, nameOf(names, part.holder), part.partFen, got, part.partFen - got, state]
    }),
    ['', '', owed, paid, owed - paid, ''],
    { state: Object.fromEntries(['paid', 'unclaimed', 'partly', 'unpaid'].map(state => [state, t(`part-state.${state}`)])) },
  )
  const payments = tableOf(
    t('payments'),
    [
      { name: 'payment', heading: t('payment-id'), isKey: true, isShown: false },
      { name: 'date', heading: t('payment-date') },
      { name: 'name', heading: t('holder') },
      { name: 'amount', heading: t('amount'), kind: 'fen' },
      { name: 'reference', heading: t('bank-reference') },
      { name: 'returned', heading: t('returned-because') },
    ],
    [
      ...dividend.payments.map((one): Cell[] => [one.payment, one.date, nameOf(names, one.holder), one.amountFen, one.reference, null]),
      ...dividend.returned.map((one): Cell[] => [one.payment, one.date, nameOf(names, one.holder), one.amountFen, one.reference, one.reason]),
    ],
    ['', '', '', totalOf(dividend.payments.map(one => one.amountFen)), '', ''],
  )
  return (
    <>
      <section className="vl-section" aria-label={t('who-is-paid')}>
        <h2>{t('who-is-paid')}</h2>
        <ReportTable view={view} actionsWidth={190} rowActions={isEntered && owed !== paid ? row => <HolderActions dividend={dividend} holder={row.key} name={nameOf(names, row.key)} /> : undefined} />
        <p className="vl-quiet">
          <Link to={addressOf('/reports/dividends', { owner: dividend.payer, payer: dividend.payer })}>{t('see-report')}</Link>
        </p>
      </section>
      <section className="vl-section" aria-label={t('payments')}>
        <h2>{t('payments')}</h2>
        {dividend.payments.length + dividend.returned.length === 0 ? (
          <Empty text={t('payments-empty')} />
        ) : (
          <ReportTable
            view={payments}
            rowActions={isEntered ? row => (dividend.payments.some(one => one.payment === row.key) ? <ReturnPayment payment={row.key} date={String(row.cells[1])} name={String(row.cells[2])} reference={String(row.cells[4])} /> : <Button size="small" disabled>{t('came-back')}</Button>) : undefined}
          />
        )}
      </section>
    </>
  )
}
