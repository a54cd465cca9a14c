import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useSignIn, type SignInAttempt, type Session } from '../api'
import { useIsPhone } from '../media'
import { ProblemNote } from './ProblemNote'

/** What the server may ask for beside user and password, by the code of its answer. */
const asked: Record<string, 'code' | 'new'> = { 'totp-needed': 'code', 'totp-wrong': 'code', 'password-must-change': 'new', 'password-weak': 'new' }

/** User and password; the code of the second step, or a new password, once the server asks for it. */
export default function SignInForm({ user, password, onDone }: { user?: string; password?: string; onDone?: (session: Session | null) => void }) {
  const { t } = useTranslation('frame')
  const signIn = useSignIn()
  const isPhone = useIsPhone()
  const [form] = Form.useForm<SignInAttempt>()
  const [problem, setProblem] = useState<unknown>(null)
  const [wanted, setWanted] = useState<ReadonlySet<'code' | 'new'>>(new Set())
  const [isSending, setSending] = useState(false)
  const next = useRef<InputRef>(null)
  const submitButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    form.setFieldsValue({ user, password })
    setWanted(new Set())
    setProblem(null)
    // Whoever chose a user has all that is needed.
    if (user && password) submitButton.current?.focus()
  }, [form, user, password])
  useEffect(() => next.current?.focus(), [wanted])

  const submit = async (attempt: SignInAttempt) => {
    setSending(true)
    setProblem(null)
    try {
      const session = await signIn({ ...attempt, user: attempt.user.trim(), code: attempt.code?.trim() })
      onDone?.(session)
    } catch (error) {
      const field = isProblem(error) ? asked[error.code] : undefined
      if (field) setWanted(before => new Set([...before, field]))
      // That a code is wanted is said by its field.
      if (!isProblem(error) || error.code !== 'totp-needed') setProblem(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={attempt => void submit(attempt)} aria-label={t('sign-in')}>
      <Form.Item name="user" label={t('user')} rules={[{ required: true, message: t('user-needed') }]}>
        <Input autoComplete="username" autoFocus={!isPhone} size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password-needed') }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {wanted.has('code') && (
        <Form.Item name="code" label={t('code')} extra={t('code-what')} rules={[{ required: true, message: t('code-needed') }]}>
          <Input ref={next} inputMode="numeric" autoComplete="one-time-code" size="large" />
        </Form.Item>
      )}
      {wanted.has('new') && (
        <Form.Item name="new" label={t('new-password')} rules={[{ required: true, message: t('new-password-needed') }]}>
          <Input.Password ref={next} autoComplete="new-password" size="large" />
        </Form.Item>
      )}
      {Boolean(problem) && (
        <Form.Item>
          <ProblemNote problem={problem} />
        </Form.Item>
      )}
      <Button ref={submitButton} type="primary" htmlType="submit" size="large" block loading={isSending}>
        {t('sign-in')}
      </Button>
    </Form>
  )
}
