import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useSession } from '../api'
import { menuOf } from '../routes'
import { useAddress } from './address'

/** By task, and only what this person may do. */
export function Navigation() {
  const { t } = useTranslation()
  const session = useSession()
  const addressOf = useAddress()
  const groups = menuOf(session)
  // A page below whose path others stand is marked only where it is itself shown.
  const hasBelow = (path: string) => groups.some(({ pages }) => pages.some(page => page.path.startsWith(path + '/')))
  return (
    <nav className="vl-navigation" aria-label={t('frame:navigation')}>
      <NavLink to={addressOf('/')} end className="vl-navigation-link">
        {t('frame:start')}
      </NavLink>
      {groups.map(({ group, pages }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`frame:group.${group}`)}</h2>
          <ul>
            {pages.map(page => (
              <li key={page.path}>
                <NavLink to={addressOf(page.path)} end={hasBelow(page.path)} className="vl-navigation-link">
                  {t(page.menu.textKey)}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
