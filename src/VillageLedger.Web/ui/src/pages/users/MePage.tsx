import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api'
import { Page } from '../../frame'
import { LanguageSwitch } from '../../frame/WhoMenu'
import { prefer, usePreferences, type Preferences } from '../../preferences'
import { PasswordForm } from './PasswordForm'
import { SecondFactor } from './SecondFactor'
import { SessionList } from './SessionList'
import './users.css'

/** One's own password, second factor, sessions, language and colours. */
export default function MePage() {
  const { t } = useTranslation(['users', 'frame'])
  const session = useSession()
  const { theme } = usePreferences()
  return (
    <Page title={t('users:me')} subject={`${session.name} · ${session.user}`}>
      <div className="vl-me">
        <section aria-labelledby="appearance">
          <h2 id="appearance">{t('users:appearance')}</h2>
          <div className="vl-column">
            <LanguageSwitch />
            <Segmented<Preferences['theme']> block aria-label={t('frame:theme')} value={theme} onChange={value => prefer({ theme: value })} options={(['auto', 'light', 'dark'] as const).map(value => ({ value, label: t(`frame:theme.${value}`) }))} />
          </div>
        </section>
        <PasswordForm />
        <SecondFactor />
        <SessionList />
      </div>
    </Page>
  )
}
