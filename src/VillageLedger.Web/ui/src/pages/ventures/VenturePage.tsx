import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isProblem, nameOf, useStream } from '../../api'
import { Empty, Later, Page, periodText, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { yuan } from '../../money'
import { Construction } from './Construction'
import { RequestButton } from '../../requests'
import { JointEntries } from './JointEntries'
import { Operation } from './Operation'
import { SharesOverTime } from './SharesOverTime'
import { Section } from './Section'
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
  const given = { venture: id }
  const contributing = (
    <>
      <RequestButton request="contribute" given={given} size="small" />
      <RequestButton request="call-capital" given={given} size="small" />
    </>
  )
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
          <div className="vl-section-acts">
            <RequestButton request="record-parcel" given={given} size="small" />
            <RequestButton request="authorise-allocations" given={given} size="small" />
            {venture.authorised.length > 0 && <RequestButton request="withdraw-authorisation" given={given} size="small" />}
            <RequestButton request="state-expectation" given={given} size="small" />
            <RequestButton request="withdraw-venture-record" given={given} size="small" />
          </div>
          <div>
            <div className="vl-section-acts">
              <RequestButton request="agree-shares" given={given} initial={{ shares: venture.shares.map(one => ({ holder: one.holder, weight: String(one.weight) })) }} size="small" />
              {venture.shares.length > 0 && (
                <>
                  <RequestButton request="transfer-share" given={given} size="small" />
                  <RequestButton request="correct-shares" given={given} initial={{ shares: venture.shares.map(one => ({ holder: one.holder, weight: String(one.weight) })) }} size="small" />
                </>
              )}
            </div>
            <SharesOverTime venture={id} />
          </div>
          <Section name="contributions" options={{ venture: id, by: 'holder', at: when.at }} title={t('contributions')} empty={t('contributions-empty')} hidden={['holder']} acts={contributing} />
          <Construction venture={venture} names={stream.data?.names} />
          <JointEntries venture={venture} />
          <Operation venture={id} />
          <Section name="venture-balances" options={{ venture: id, ...when.options }} title={t('balances')} empty={t('balances-empty')} hidden={['venture', 'ventureName', 'holder']} />
        </div>
      )}
    </Page>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
