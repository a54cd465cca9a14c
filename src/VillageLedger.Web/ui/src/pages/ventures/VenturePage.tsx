import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isProblem, useReport, type ReportView } from '../../api'
import { Empty, Later, Page, periodText, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { yuan } from '../../money'
import { Construction } from './Construction'
import { FiguredTable } from './Figured'
import { Operation } from './Operation'
import { SharesOverTime } from './SharesOverTime'
import { nameOf, useStream } from './stream'
import { ventureOf } from './venture'
import './ventures.css'

/** A joint venture: who has which share, what they paid in, what was built, how it runs and what it owes whom. */
export default function VenturePage() {
  const { t, i18n } = useTranslation('ventures')
  const { id = '' } = useParams()
  const when = useWhen()
  const { owners } = useWhere()
  const addressOf = useAddress()
  const stream = useStream('venture', id, when.at)
  const venture = ventureOf(stream.data?.facts ?? [])
  const title = venture?.name ?? owners.find(one => one.owner === `venture/${id}`)?.name ?? id
  const missing = isProblem(stream.error) && stream.error.status === 404
  if (stream.error && !missing) return <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
  return (
    <Page
      title={title}
      subject={venture && [t(`kind.${venture.kind}`), t(`form.${venture.form}`), periodText(when.period, i18n.language)].join(' · ')}
      actions={
        <Link to={addressOf(`/ventures/${id}/allocations`)}>
          <Button type="primary">{t('allocations')}</Button>
        </Link>
      }
    >
      {missing && <Empty text={t(when.isHistoric ? 'venture-not-yet' : 'venture-none')} />}
      {stream.isPending && (
        <Later>
          <Skeleton active paragraph={{ rows: 10 }} />
        </Later>
      )}
      {venture && (
        <div className="vl-sections">
          <dl className="vl-facts">
            <Fact term={t('form')}>{t(`form.${venture.form}`)}</Fact>
            <Fact term={t('book-from')}>{venture.month}</Fact>
            {venture.parcels.map(parcel => (
              <Fact key={parcel.parcel} term={t('parcel')}>
                {parcel.location} {parcel.parcel} · {t('square-metres', { area: parcel.areaSquareMetres.toLocaleString('en') })}
                {parcel.provider && ` · ${nameOf(stream.data?.names, parcel.provider)}`}
              </Fact>
            ))}
            <Fact term={t('consents')}>{t('consents-of', { count: venture.authorised.length })}</Fact>
            {venture.placings.length > 0 && <Fact term={t('in-service')}>{t('amount-yuan', { amount: yuan(venture.placings.reduce((sum, one) => sum + one.costFen, 0)) })}</Fact>}
          </dl>
          <SharesOverTime venture={id} />
          <Section name="contributions" options={{ venture: id, by: 'holder', at: when.at }} title={t('contributions')} empty={t('contributions-empty')} hidden={['holder']} />
          <Construction venture={venture} names={stream.data?.names} />
          <Operation venture={id} />
          <Section name="venture-balances" options={{ venture: id, ...when.options }} title={t('balances')} empty={t('balances-empty')} hidden={['venture', 'ventureName', 'holder']} />
        </div>
      )}
    </Page>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface SectionProps {
  name: string
  options: Parameters<typeof useReport>[1]
  title: string
  empty: string
  hidden?: string[]
  below?: (view: ReportView) => React.ReactNode
}

/** One report as a part of a page. */
export function Section({ name, options, title, empty, hidden, below }: SectionProps) {
  const report = useReport(name, options)
  return (
    <section className="vl-section" aria-label={title}>
      <h2>{title}</h2>
      {report.error ? (
        <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
      ) : report.data ? (
        <>
          <FiguredTable view={report.data} options={options} hidden={hidden} isStale={report.isPlaceholderData} empty={<Empty text={empty} />} />
          {below?.(report.data)}
          {report.data.notes.map(note => (
            <p key={note} className="vl-quiet">
              {note}
            </p>
          ))}
        </>
      ) : (
        <Later>
          <Skeleton active paragraph={{ rows: 4 }} />
        </Later>
      )}
    </section>
  )
}
