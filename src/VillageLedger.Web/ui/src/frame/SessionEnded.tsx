import { Modal } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onSessionEnded, useSession } from '../api'

const SignInForm = lazy(() => import('./SignInForm'))

/** The session has ended: sign in over the page, so that what was typed stays. Whoever else signs in gets a page of their own. */
export function SessionEnded() {
  const { t } = useTranslation('frame')
  const { user } = useSession()
  const [hasEnded, setEnded] = useState(false)
  useEffect(() => onSessionEnded(() => setEnded(true)), [])
  return (
    <Modal open={hasEnded} title={t('session-ended')} footer={null} closable={false} mask={{ closable: false }} keyboard={false} destroyOnHidden>
      <p>{t('session-ended-what')}</p>
      <Suspense>
        <SignInForm
          user={user}
          onDone={session => {
            if (session?.user === user) setEnded(false)
            else location.assign('/')
          }}
        />
      </Suspense>
    </Modal>
  )
}
