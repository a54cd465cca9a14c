import { App, Button, Drawer, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api'
import { momentText, ProblemNote } from '../../frame'
import { useIsPhone } from '../../media'
import { PasswordShown } from './PasswordShown'
import { Roles } from './Roles'
import { SessionList } from './SessionList'
import { useDesk, userPath, type NewPassword, type User } from './users'

/** One user: name, roles, password, second factor, sessions; nobody changes his own rights. */
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('users')
  const { message } = App.useApp()
  const session = useSession()
  const isPhone = useIsPhone()
  const { act, isBusy, problem } = useDesk()
  const [name, setName] = useState(user.name)
  const [made, setMade] = useState<NewPassword | null>(null)
  const path = userPath(user.user)
  const isSelf = session.user === user.user

  const reset = async () => setMade((await act<NewPassword>(`${path}/password`, { method: 'POST', body: {} })) ?? null)
  const change = async (body: object, done: string) => {
    if (await act<User>(path, { method: 'PUT', body })) void message.success(done)
  }

  return (
    <Drawer open onClose={onClose} size={isPhone ? '100%' : 620} title={`${user.name} · ${user.user}`}>
      <div className="vl-user">
        <ProblemNote problem={problem} />
        <p className="vl-quiet">{t('user-since', { created: momentText(user.createdAt), seen: momentText(user.lastSeenAt) || t('never') })}</p>
        <label className="vl-user-name">
          {t('column.name')}
          <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
          <Button disabled={!name.trim() || name.trim() === user.name} loading={isBusy} onClick={() => void change({ name: name.trim() }, t('saved'))}>
            {t('save')}
          </Button>
        </label>
        <Roles user={user} isSelf={isSelf} />
        {isSelf ? (
          <p className="vl-quiet">{t('not-oneself')}</p>
        ) : (
          <section aria-labelledby="access">
            <h2 id="access">{t('access')}</h2>
            <div className="vl-user-acts">
              <Popconfirm title={t('reset-sure', { user: user.user })} description={t('reset-what')} okText={t('reset')} onConfirm={reset}>
                <Button loading={isBusy}>{t('reset')}</Button>
              </Popconfirm>
              {user.hasTotp && (
                <Popconfirm title={t('remove-totp-sure', { user: user.user })} okText={t('remove-totp')} onConfirm={() => void act(`${path}/totp`, { method: 'DELETE' })}>
                  <Button loading={isBusy}>{t('remove-totp')}</Button>
                </Popconfirm>
              )}
              {user.isDisabled ? (
                <Button loading={isBusy} onClick={() => void change({ isDisabled: false }, t('was-enabled'))}>
                  {t('enable')}
                </Button>
              ) : (
                <Popconfirm title={t('disable-sure', { user: user.user })} description={t('disable-what')} okText={t('disable')} onConfirm={() => change({ isDisabled: true }, t('was-disabled'))}>
                  <Button danger loading={isBusy}>
                    {t('disable')}
                  </Button>
                </Popconfirm>
              )}
            </div>
          </section>
        )}
        <SessionList user={user.user} />
      </div>
      {made && <PasswordShown made={made} title={t('password-reset')} onClose={() => setMade(null)} />}
    </Drawer>
  )
}
