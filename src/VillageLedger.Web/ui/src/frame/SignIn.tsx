import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callJson } from '../api'
import { LanguageSwitch } from './WhoMenu'

const SignInForm = lazy(() => import('./SignInForm'))

/** What a demonstration says of itself: who is there and what each should try. */
interface Demonstration {
  lines: string[]
  users?: { user: string; name: string; role: string }[]
  password?: string
}

/** Stands in place of the page that was asked for, which follows in the same address once somebody is signed in. */
export function SignIn() {
  const { t } = useTranslation('frame')
  const { data: demonstration } = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => callJson<Demonstration>('/session/demo', { mayBeSignedOut: true }).catch(() => null),
    staleTime: Infinity,
  })
  const [user, setUser] = useState<string>()
  return (
    <main className="vl-sign-in">
      <div className="vl-sign-in-box">
        <h1>{t('name')}</h1>
        <p>{t('what-it-is')}</p>
        {demonstration?.lines?.length ? (
          <section className="vl-demonstration" aria-label={t('demonstration')}>
            {demonstration.lines.map(line => (
              <p key={line}>{line}</p>
            ))}
            <div className="vl-demonstration-users">
              {demonstration.users?.map(one => (
                <Button key={one.user} size="small" onClick={() => setUser(one.user)} type={one.user === user ? 'primary' : 'default'}>
                  {one.name} · {t(`role.${one.role}`)}
                </Button>
              ))}
            </div>
          </section>
        ) : null}
        <Suspense>
          <SignInForm user={user} password={user && demonstration?.password} />
        </Suspense>
        <div className="vl-sign-in-language">
          <LanguageSwitch />
        </div>
      </div>
    </main>
  )
}
