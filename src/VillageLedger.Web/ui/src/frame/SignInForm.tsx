import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useSignIn, type Session } from '../api'
import { ProblemNote } from './ProblemNote'

interface Entered {
  user: string
  password: string
  code?: string
  chosen?: string
}

/** User and password; the code of the second step, or a password of one's own, once the server asks for it. */
export default function SignInForm({ user, password, onDone }: { user?: string; password?: string; onDone?: (session: Session | null) => void }) {
  const { t } = useTranslation('frame')
  const signIn = useSignIn()
  const [form] = Form.useForm<Entered>()
  const [problem, setProblem] = useState<unknown>(null)
  const [wantsCode, setWantsCode] = useState(false)
  const [wantsPassword, setWantsPassword] = useState(false)
  const [isSending, setSending] = useState(false)
  const code = useRef<InputRef>(null)
  useEffect(() => form.setFieldsValue({ user, password }), [form, user, password])
  useEffect(() => code.current?.focus(), [wantsCode])

  const submit = async (entered: Entered) => {
    setSending(true)
    setProblem(null)
    try {
      const session = await signIn(entered.user.trim(), entered.password, entered.code?.trim(), entered.chosen)
      onDone?.(session)
    } catch (error) {
      const code = isProblem(error) ? error.code : ''
      if (asksForCode(code)) setWantsCode(true)
      if (asksForPassword(code)) setWantsPassword(true)
      if (!(asksForCode(code) && !wantsCode) && !(asksForPassword(code) && !wantsPassword)) setProblem(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={entered => void submit(entered)} aria-label={t('sign-in')}>
      <Form.Item name="user" label={t('user')} rules={[{ required: true, message: t('user-needed') }]}>
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password-needed') }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {wantsCode && (
        <Form.Item name="code" label={t('code')} extra={t('code-what')} rules={[{ required: true, message: t('code-needed') }]}>
          <Input ref={code} inputMode="numeric" autoComplete="one-time-code" size="large" />
        </Form.Item>
      )}
      {wantsPassword && (
        <Form.Item name="chosen" label={t('password-own')} extra={t('password-own-what')} rules={[{ required: true, min: 10, message: t('password-own-what') }]}>
          <Input.Password autoComplete="new-password" autoFocus size="large" />
        </Form.Item>
      )}
      {Boolean(problem) && (
        <Form.Item>
          <ProblemNote problem={problem} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={isSending}>
        {t('sign-in')}
      </Button>
    </Form>
  )
}

function asksForPassword(code: string): boolean {
  return code === 'password-must-change'
}

function asksForCode(code: string): boolean {
  return /totp|second-factor|code-(needed|required|missing)/.test(code)
}
