import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { hasRole, useSession } from '../api'
import { menuOf } from '../routes'
import { useAddress } from './address'
import { WaitingList } from './WaitingList'
import { useWhere } from './where'

/** What this person can do here, as large links. */
export function Start() {
  const { t } = useTranslation()
  const session = useSession()
  const { name } = useWhere()
  const addressOf = useAddress()
  const isAdministrator = hasRole(session, 'administrator')
  const groups = menuOf(session)
  return (
    <div className="vl-page">
      <h1>{t('frame:welcome', { name: session.name })}</h1>
      <p>{name ? t('frame:welcome-where', { place: name }) : t(isAdministrator ? 'frame:welcome-administrator' : 'frame:welcome-nowhere')}</p>
      <WaitingList />
      <div className="vl-start">
        {groups.map(({ group, pages }) => (
          <section key={group} aria-labelledby={`start-${group}`}>
            <h2 id={`start-${group}`}>{t(`frame:group.${group}`)}</h2>
            <ul>
              {pages.map(page => (
                <li key={page.path}>
                  <Link to={addressOf(page.path)}>{t(page.menu.textKey)}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {groups.length === 0 && <p>{t('frame:nothing-to-do')}</p>}
    </div>
  )
}
