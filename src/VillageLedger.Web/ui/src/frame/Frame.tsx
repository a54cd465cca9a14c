import { Drawer, Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { useNews, useOwners, useSessionQuery } from '../api'
import { useIsPhone } from '../media'
import { usePreferences } from '../preferences'
import { pages } from '../routes'
import { useWholeAddress } from './address'
import { HistoricBanner, OfflineBanner } from './Banners'
import { Later } from './Later'
import { Navigation } from './Navigation'
import { ProblemNote } from './ProblemNote'
import { SessionEnded } from './SessionEnded'
import { SignIn } from './SignIn'
import { TopBar } from './TopBar'
import { useWhen } from './when'

const TimeBar = lazy(() => import('./TimeBar'))

/** What stands around every page of those who are signed in. */
export function Frame() {
  const session = useSessionQuery()
  if (session.isPending)
    return (
      <Later>
        <Skeleton className="vl-page" active />
      </Later>
    )
  if (session.isError) return <ProblemNote problem={session.error} onRetry={() => void session.refetch()} />
  return session.data === null ? <SignIn /> : <SignedIn />
}

function SignedIn() {
  const { t } = useTranslation('frame')
  const isPhone = useIsPhone()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const owners = useOwners()
  const { isHistoric } = useWhen()
  const { isTimePinned } = usePreferences()
  useWholeAddress()
  useNews(true)
  useTitle()
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => void (document.documentElement.dataset['historic'] = String(isHistoric)), [isHistoric])

  return (
    <div className="vl-frame">
      <a className="vl-skip" href="#page">
        {t('skip-to-content')}
      </a>
      <TopBar onMenu={() => setOpen(true)} />
      {isPhone ? (
        <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={280} title={t('navigation')} styles={{ body: { padding: 0 } }}>
          <Navigation />
        </Drawer>
      ) : (
        <div className="vl-side">
          <Navigation />
        </div>
      )}
      <main id="page" className="vl-main" tabIndex={-1}>
        {isTimePinned && !isPhone && (
          <Suspense>
            <TimeBar />
          </Suspense>
        )}
        <HistoricBanner />
        <OfflineBanner />
        <Suspense fallback={<Waiting />}>{owners.isPending ? <Waiting /> : <Outlet />}</Suspense>
      </main>
      <SessionEnded />
    </div>
  )
}

function Waiting() {
  return (
    <Later>
      <Skeleton active paragraph={{ rows: 8 }} />
    </Later>
  )
}

/** The window is named after the page, so that it is found among others. */
function useTitle() {
  const { t, i18n } = useTranslation()
  const { pathname } = useLocation()
  useEffect(() => {
    const page = pages.find(one => one.menu && one.path === pathname)
    document.title = page?.menu ? `${t(page.menu.textKey)} · ${t('frame:name')}` : t('frame:name')
  }, [pathname, t, i18n.language])
}
