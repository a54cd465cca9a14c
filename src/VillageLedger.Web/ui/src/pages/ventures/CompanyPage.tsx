import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isProblem, nameOf, useStream } from '../../api'
import { Empty, Later, Page, periodText, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { yuan } from '../../money'
import { Capital } from './Capital'
import { companyOf } from './company'
import { totalOf } from './made'
import { Revenue } from './Revenue'
import { RequestButton } from '../../requests'
import { Section } from './Section'
import { Works } from './Works'
import './ventures.css'

/** A village company: whose it is, what it earns by line, who manages it, which works it does, what it could distribute. */
export default function CompanyPage() {
  const { t, i18n } = useTranslation('ventures')
  const { code = '' } = useParams()
  const when = useWhen()
  const { owners } = useWhere()
  const addressOf = useAddress()
  const stream = useStream('company', code, when.at)
  const company = companyOf(stream.data?.facts ?? [])
  const year = when.month.slice(0, 4)
  const given = { company: code }
  const managing = (
    <>
      <RequestButton request="appoint-manager" given={given} initial={{ basePaidBy: `company/${code}` }} size="small" />
      <RequestButton request="settle-manager" given={given} size="small" />
      <RequestButton request="end-manager-contract" given={given} size="small" />
    </>
  )
  const payer = `company/${code}`
  const isNone = isProblem(stream.error) && stream.error.status === 404
  if (stream.error && !isNone) return <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
  return (
    <Page
      title={company?.name ?? owners.find(one => one.owner === payer)?.name ?? code}
      subject={[company && t(`company-kind.${company.kind}`, { defaultValue: company.kind }), code, periodText(when.period, i18n.language)].filter(Boolean).join(' · ')}
      actions={
        <Link to={addressOf('/distributions', { owner: payer })}>
          <Button type="primary">{t('distributions')}</Button>
        </Link>
      }
    >
      {isNone && <Empty text={t(when.isHistoric ? 'company-not-yet' : 'company-none')} />}
      {stream.isPending && (
        <Later>
          <Skeleton active paragraph={{ rows: 10 }} />
        </Later>
      )}
      {company && (
        <div className="vl-sections">
          <dl className="vl-facts">
            <div>
              <dt>{t('founded')}</dt>
              <dd>{company.founded}</dd>
            </div>
            <div>
              <dt>{t('registered-capital')}</dt>
              <dd>{t('amount-yuan', { amount: yuan(totalOf(company.changes.map(one => one.subscribedFen))) })}</dd>
            </div>
            <div>
              <dt>{t('paid-in-capital')}</dt>
              <dd>{t('amount-yuan', { amount: yuan(totalOf(company.changes.map(one => one.paidInFen))) })}</dd>
            </div>
            <div>
              <dt>{t('shareholders')}</dt>
              <dd>{[...new Set(company.changes.map(one => nameOf(stream.data?.names, one.holder)))].join(t('comma'))}</dd>
            </div>
          </dl>
          <Capital company={company} names={stream.data?.names} />
          <div className="vl-section-acts">
            <RequestButton request="add-business-line" given={given} size="small" />
          </div>
          <Revenue company={code} />
          <Section name="managers" options={{ company: code, ...when.options }} title={t('managers')} empty={t('managers-empty')} hidden={['settlement']} acts={managing} />
          <Works company={company} names={stream.data?.names} />
          <Section name="distributable" options={{ payer, year, at: when.at }} title={t('distributable-of', { year })} empty={t('distributable-empty')} />
        </div>
      )}
    </Page>
  )
}
