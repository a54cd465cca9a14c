import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useSession } from '../../api'
import { Empty, Page, useAddress } from '../../frame'
import { groups } from '../../requests'
import '../../requests/requests.css'

/** Everything this person may do that has no page of its own, by subject. */
export default function TasksPage() {
  const { t } = useTranslation('requests')
  const session = useSession()
  const addressOf = useAddress()
  const [typed, setTyped] = useState('')
  const isMeant = (request: string) => `${t(`title.${request}`)} ${t(`what.${request}`)}`.toLowerCase().includes(typed.trim().toLowerCase())
  const mine = groups.map(({ group, requests }) => ({ group, requests: requests.filter(request => mayRequest(session, request)) })).filter(one => one.requests.length > 0)
  const shown = mine.map(({ group, requests }) => ({ group, requests: requests.filter(isMeant) })).filter(one => one.requests.length > 0)
  return (
    <Page title={t('requests')} subject={t('requests-what')} actions={<Input.Search allowClear aria-label={t('requests-find')} placeholder={t('requests-find')} value={typed} onChange={event => setTyped(event.target.value)} />}>
      {shown.length === 0 && <Empty text={t(mine.length === 0 ? 'requests-none' : 'requests-found-none')} />}
      {shown.map(({ group, requests }) => (
        <section key={group} aria-labelledby={`tasks-${group}`}>
          <h2 id={`tasks-${group}`}>{t(`group.${group}`)}</h2>
          <ul className="vl-request-list">
            {requests.map(request => (
              <li key={request}>
                <Link to={addressOf(`/tasks/${request}`)}>
                  {t(`title.${request}`)}
                  <small>{t(`what.${request}`)}</small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
