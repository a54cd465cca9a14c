import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Later, momentText, ProblemNote } from '../../frame'
import { agentText, useDesk, useSessions } from './users'

/** Where a user is signed in, or where oneself is; each can be ended. */
export function SessionList({ user }: { user?: string }) {
  const { t } = useTranslation('users')
  const sessions = useSessions(user !== undefined)
  const { act, isBusy, problem } = useDesk()
  const shown = sessions.data?.filter(one => user === undefined || one.user === user)
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <ProblemNote problem={problem ?? sessions.error} />
      {!shown ? (
        !sessions.error && (
          <Later>
            <Skeleton active />
          </Later>
        )
      ) : shown.length === 0 ? (
        <p className="vl-quiet">{t('no-sessions')}</p>
      ) : (
        <ul className="vl-user-roles">
          {shown.map(one => (
            <li key={one.id}>
              <span>
                {agentText(one.agent)} · {one.address}
                {one.isThis && <strong> {t('this-session')}</strong>}
                <small className="vl-quiet"> {t('session-times', { since: momentText(one.signedInAt), seen: momentText(one.lastSeenAt) })}</small>
              </span>
              {!one.isThis && (
                <Button size="small" loading={isBusy} onClick={() => void act(`/sessions/${one.id}`, { method: 'DELETE' })}>
                  {t('revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
