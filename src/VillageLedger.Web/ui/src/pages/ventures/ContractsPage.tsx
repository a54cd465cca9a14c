import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { maySee, useSession } from '../../api'
import { Empty, Page, periodText, useAddress, useWhen, useWhere } from '../../frame'
import { RequestButton } from '../../requests'
import { Section } from './Section'
import './ventures.css'

/** Leases and other contracts: what expires soon, what is owed, and all of them. */
export default function ContractsPage() {
  const { t, i18n } = useTranslation('ventures')
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const { owner, place, name } = useWhere()
  const whose = owner ? { book: owner } : { place }
  const given = { owner }
  const acting = (
    <>
      <RequestButton request="amend-contract" given={given} size="small" />
      <RequestButton request="renew-contract" given={given} size="small" />
      <RequestButton request="end-contract" given={given} size="small" />
      <RequestButton request="propose-receivables" given={{ book: owner }} initial={{ month: when.month }} size="small" />
      <RequestButton request="receive-deposit" given={{ book: owner }} size="small" />
      <RequestButton request="return-deposit" given={{ book: owner }} size="small" />
    </>
  )
  return (
    <Page
      title={t('contracts')}
      subject={`${name} · ${periodText(when.period, i18n.language)}`}
      actions={
        <>
          {['asset-cards', 'resources', 'funds'].filter(report => maySee(session, report)).map(report => (
            <Link key={report} to={addressOf(`/reports/${report}`)}>
              {t(`see.${report}`)}
            </Link>
          ))}
          {owner && <RequestButton request="sign-contract" given={given} type="primary" />}
        </>
      }
    >
      {!owner && !place ? (
        <Empty text={t('contracts-where')} />
      ) : (
        <div className="vl-sections">
          <Section name="expiring-contracts" options={{ ...whose, ...when.options }} title={t('expiring')} empty={t('expiring-empty')} hidden={owner ? ['book', 'bookName', 'party'] : ['book', 'party']} />
          {owner && <Section name="arrears" options={{ book: owner, ...when.options }} title={t('arrears')} empty={t('arrears-empty')} hidden={['party']} />}
          {owner && <Section name="contracts" options={{ book: owner, ...when.options }} title={t('contracts-all')} empty={t('contracts-empty')} hidden={['party']} acts={acting} />}
        </div>
      )}
    </Page>
  )
}
