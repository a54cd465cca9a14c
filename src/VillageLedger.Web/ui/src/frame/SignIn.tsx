import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callJson } from '../api'
import { usePreferences } from '../preferences'
import { LanguageSwitch } from './WhoMenu'

const SignInForm = lazy(() => import('./SignInForm'))

/** What a demonstration says of itself: who is there and what each should try. */
interface Demonstration {
  password: string
  users: { user: string; name: string; role: string; roleName: string; try: string }[]
}

/** Stands in place of the page that was asked for, which follows in the same address once somebody is signed in. */
export function SignIn() {
  const { t } = useTranslation('frame')
  const { language } = usePreferences()
  const [user, setUser] = useState<string>()
  const { data: demonstration } = useQuery({
    queryKey: ['demonstration', language],
    queryFn: () => callJson<Demonstration>('/session/demo', { mayBeSignedOut: true }).catch(() => null),
    staleTime: Infinity,
  })
  const isDemonstration = demonstration != null && demonstration.users.length > 0
  return (
    <main className="vl-sign-in">
      <div className="vl-sign-in-box" data-wide={isDemonstration || undefined}>
        <div className="vl-sign-in-head">
          <div>
            <h1>{t('name')}</h1>
            <p>{t('what-it-is')}</p>
          </div>
          <LanguageSwitch />
        </div>
        {isDemonstration && <Demonstrators demonstration={demonstration} chosen={user} onChoose={setUser} />}
        <Suspense>
          <SignInForm user={user} password={user && demonstration?.password} />
        </Suspense>
      </div>
    </main>
  )
}

function Demonstrators({ demonstration, chosen, onChoose }: { demonstration: Demonstration; chosen?: string; onChoose: (user: string) => void }) {
  const { t } = useTranslation('frame')
  return (
    <section className="vl-demonstration" aria-label={t('demonstration')}>
      <p>{t('demonstration-what', { password: demonstration.password })}</p>
      <ul>
        {demonstration.users.map(one => (
          <li key={one.user}>
            <button type="button" aria-pressed={one.user === chosen} onClick={() => onChoose(one.user)}>
              <strong>{one.name}</strong>
              <span>{one.try}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
