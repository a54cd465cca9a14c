import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, noteFactor, notedFactor, useSession } from '../../api'
import { ProblemNote } from '../../frame'
import { useDesk, useUsers } from './users'

interface Begun {
  secret: string
  uri: string
  svg: string
}

/** A code by the clock beside the password: begun with the password, in force with the first code, removed with the password. */
export function SecondFactor() {
  const { t } = useTranslation('users')
  const { message } = App.useApp()
  const { act, isBusy, problem } = useDesk()
  const [form] = Form.useForm<{ password: string }>()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [code, setCode] = useState('')
  const session = useSession()
  const users = useUsers(hasRole(session, 'administrator'))
  const [changed, setChanged] = useState<boolean>()
  const holds = changed ?? users.data?.find(one => one.user === session.user)?.hasTotp ?? notedFactor(session.user)
  const note = (has: boolean) => {
    noteFactor(session.user, has)
    setChanged(has)
  }

  const begin = async () => {
    const { password } = await form.validateFields()
    setBegun((await act<Begun>('/session/totp', { method: 'POST', body: { password }, mayBeSignedOut: true })) ?? null)
  }
  const remove = async () => {
    const { password } = await form.validateFields()
    if (!(await act('/session/totp/remove', { method: 'POST', body: { password }, mayBeSignedOut: true }))) return
    form.resetFields()
    note(false)
    void message.success(t('totp-removed'))
  }
  const confirm = async () => {
    if (!(await act('/session/totp/confirm', { method: 'POST', body: { code } }))) return
    setBegun(null)
    setCode('')
    form.resetFields()
    note(true)
    void message.success(t('totp-in-force'))
  }

  return (
    <section aria-labelledby="totp">
      <h2 id="totp">{t('totp')}</h2>
      <p className="vl-quiet">{t('totp-what')}</p>
      {holds !== undefined && !begun && <p>{t(holds ? 'totp-is-on' : 'totp-is-off')}</p>}
      {begun ? (
        <div className="vl-totp">
          <img className="vl-totp-picture" alt={t('totp-picture')} src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.svg)}`} />
          <div className="vl-column">
            <p>{t('totp-scan')}</p>
            <p>
              {t('totp-secret')} <code className="vl-totp-secret">{begun.secret}</code>
            </p>
            <label>
              {t('totp-code')}
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={event => setCode(event.target.value.replace(/\D/g, ''))} />
            </label>
            <ProblemNote problem={problem} />
            <div className="vl-user-acts">
              <Button type="primary" loading={isBusy} disabled={code.length !== 6} onClick={() => void confirm()}>
                {t('totp-confirm')}
              </Button>
              <Button onClick={() => setBegun(null)}>{t('not-now')}</Button>
            </div>
          </div>
        </div>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false}>
          <Form.Item name="password" label={t('password-old')} rules={[{ required: true, message: t('password-needed') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <ProblemNote problem={problem} />
          <div className="vl-user-acts vl-me-button">
            {holds !== true && (
              <Button loading={isBusy} onClick={() => void begin()}>
                {t('totp-begin')}
              </Button>
            )}
            {holds !== false && (
              <Button loading={isBusy} onClick={() => void remove()}>
                {t('totp-remove')}
              </Button>
            )}
          </div>
        </Form>
      )}
    </section>
  )
}
