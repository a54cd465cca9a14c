import { Button, Result } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import forms from 'virtual:requests'
import { hasRole, maySee, mayRequest, useSession, type Outcome } from '../../api'
import { Empty, Page, useAddress, useWhen } from '../../frame'
import { groups } from '../../requests'
import { RequestForm } from '../../requests/RequestForm'

const clocks = ['owner', 'place', 'year', 'month', 'from', 'to', 'at']

/** One request as a page: what it does, its form, and what came of it. Words of the address stand in the fields (`?of=…`). */
export default function TaskPage() {
  const { t } = useTranslation('requests')
  const { request = '' } = useParams()
  const session = useSession()
  const { isHistoric, month } = useWhen()
  const addressOf = useAddress()
  const [search] = useSearchParams()
  const [done, setDone] = useState<Outcome>()
  const group = groups.find(one => one.requests.includes(request))
  const words = search.toString()
  const initial = useMemo(() => ({ ...timesOf(request, month), ...Object.fromEntries([...new URLSearchParams(words)].filter(([name]) => !clocks.includes(name))) }), [request, month, words])
  const back = <Link to={addressOf('/tasks')}>{t('requests')}</Link>
  if (!group || !mayRequest(session, request))
    return (
      <Page title={t('requests')} subject={back}>
        <Empty text={t('request-unknown')} />
      </Page>
    )
  const title = t(`title.${request}`)
  return (
    <Page
      title={title}
      subject={
        <>
          {back} › {t(`group.${group.group}`)}
        </>
      }
    >
      <p className="vl-quiet">{t(`what.${request}`)}</p>
      {isHistoric ? (
        <Empty text={t('not-in-the-past')} />
      ) : done ? (
        <Result
          status="success"
          title={t(done.outcome === 'already-done' ? 'done-before' : 'done', { title })}
          subTitle={done.position !== undefined && (hasRole(session, 'auditor', 'regulator', 'accountant', 'reviewer') ? <Link to={addressOf(`/facts/${done.position}`)}>{t('done-at', { position: done.position })}</Link> : t('done-at', { position: done.position }))}
          extra={[
            <Button key="more" type="primary" onClick={() => setDone(undefined)}>
              {t('once-more')}
            </Button>,
            maySee(session, 'voucher-list') && mayRequest(session, 'prepare-voucher', 'review-voucher') && (
              <Link key="vouchers" to={addressOf('/vouchers/review')}>
                <Button>{t('see-vouchers')}</Button>
              </Link>
            ),
            <Link key="back" to={addressOf('/tasks')}>
              <Button>{t('back-to-list')}</Button>
            </Link>,
          ]}
        />
      ) : (
        <div className="vl-request-page">
          <RequestForm key={request} request={request} initial={initial} onDone={setDone} />
        </div>
      )}
    </Page>
  )
}

/** The month of the page, and its last day, where a form needs them. */
function timesOf(request: string, month: string): Record<string, string> {
  const has = (name: string) => forms[request]?.some(field => field.name === name && field.kind === name && field.isNeeded)
  return { ...(has('month') ? { month } : {}), ...(has('date') ? { date: dayjs(month).endOf('month').format('YYYY-MM-DD') } : {}) }
}
