import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRequest, useSession } from '../api'
import { useWhen } from '../frame'
import type { Subject } from './subject'

const AskForm = lazy(() => import('./AskForm'))

export interface Asking {
  /** Whether this person may ask at all; never in the historic view. */
  mayAsk: boolean
  /** Opens the drawer. */
  ask: (subject: Subject) => void
  /** To be rendered once, wherever the hook is used. */
  drawer: ReactNode
}

/** Asks from wherever a figure or a voucher is shown. */
export function useAskQuestion(): Asking {
  const session = useSession()
  const { isHistoric } = useWhen()
  const [subject, setSubject] = useState<Subject | null>(null)
  return {
    mayAsk: !isHistoric && mayRequest(session, 'ask-question'),
    ask: useCallback((about: Subject) => setSubject(about), []),
    drawer: subject && (
      <Suspense fallback={null}>
        <AskForm subject={subject} onClose={() => setSubject(null)} />
      </Suspense>
    ),
  }
}

/** The button that asks about something; nothing where this person may not, or there are no books to ask about. */
export function AskQuestion({ subject, size }: { subject: Subject | undefined; size?: 'small' | 'middle' | 'large' }) {
  const { t } = useTranslation('questions')
  const { mayAsk, ask, drawer } = useAskQuestion()
  if (!mayAsk || !subject) return null
  return (
    <>
      <Button icon={<QuestionCircleOutlined />} size={size} onClick={() => ask(subject)}>
        {t('ask')}
      </Button>
      {drawer}
    </>
  )
}
