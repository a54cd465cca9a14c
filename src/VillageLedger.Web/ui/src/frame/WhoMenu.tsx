import { UserOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { caller, useOwners, useSession, useSignOut, type Owner } from '../api'
import { useIsPhone } from '../media'
import { prefer, usePreferences, type Preferences } from '../preferences'
import { speak, type Language } from '../texts'
import { placeName } from './where'
import { useAddress } from './address'

/** Who is there and in which roles; language and colours; the way out. */
export function WhoMenu() {
  const { t } = useTranslation('frame')
  const session = useSession()
  const isPhone = useIsPhone()
  return (
    <Popover trigger="click" placement="bottomRight" content={<WhoPanel />}>
      <Button type="text" icon={<UserOutlined />} aria-haspopup="dialog" aria-label={`${t('who')}: ${session.name}`}>
        {isPhone ? null : session.name}
      </Button>
    </Popover>
  )
}

function WhoPanel() {
  const { t } = useTranslation('frame')
  const session = useSession()
  const signOut = useSignOut()
  const addressOf = useAddress()
  const { theme } = usePreferences()
  const { data: owners = [] } = useOwners()
  return (
    <div className="vl-who-panel vl-column">
      <strong>{session.name}</strong>
      <ul className="vl-roles">
        {[...new Set(session.roles.map(one => one.role))].map(role => (
          <li key={role}>
            <strong>{t(`role.${role}`)}</strong> {session.roles.filter(one => one.role === role).map(one => nameAt(owners, one.at)).join(t('list-comma'))}
          </li>
        ))}
      </ul>
      <LanguageSwitch />
      <Segmented<Preferences['theme']>
        block
        aria-label={t('theme')}
        value={theme}
        onChange={value => prefer({ theme: value })}
        options={(['auto', 'light', 'dark'] as const).map(value => ({ value, label: t(`theme.${value}`) }))}
      />
      <Link to={addressOf('/me')}>{t('my-account')}</Link>
      <Button onClick={() => void signOut()}>{t('sign-out')}</Button>
    </div>
  )
}

/** A place's or an owner's name; a village is also named by its code alone. */
function nameAt(owners: Owner[], at: string): string {
  return owners.find(one => one.owner === at || one.owner === `village/${at}`)?.name ?? placeName(owners, at)
}

export function LanguageSwitch() {
  const { t } = useTranslation('frame')
  const { language } = usePreferences()
  const queries = useQueryClient()
  const change = async (next: Language) => {
    caller.language = next
    prefer({ language: next })
    await speak(next)
    // Headings, words and notes come from the server in the reader's language.
    await queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'session' })
  }
  return (
    <Segmented<Language>
      block
      aria-label={t('language')}
      value={language}
      onChange={next => void change(next)}
      options={[
        { value: 'zh', label: t('language.zh') },
        { value: 'en', label: t('language.en') },
      ]}
    />
  )
}
