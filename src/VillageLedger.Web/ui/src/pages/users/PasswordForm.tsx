import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api'
import { ProblemNote } from '../../frame'
import { useDesk } from './users'

interface Entered {
  old: string
  new: string
  again: string
}

const shortest = 10

/** One's own password; every other session of this person ends with the old one. */
export function PasswordForm() {
  const { t } = useTranslation('users')
  const { message } = App.useApp()
  const session = useSession()
  const { act, isBusy, problem } = useDesk()
  const [form] = Form.useForm<Entered>()
  const change = async (entered: Entered) => {
    if (!(await act('/session/password', { method: 'POST', body: { old: entered.old, new: entered.new }, mayBeSignedOut: true }))) return
    form.resetFields()
    void message.success(t('password-changed'))
  }
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={entered => void change(entered)}>
        <input type="text" name="username" autoComplete="username" value={session.user} readOnly style={{ display: 'none' }} />
        <Form.Item name="old" label={t('password-old')} rules={[{ required: true, message: t('password-needed') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="new" label={t('password-new')} extra={t('password-what', { count: shortest })} rules={[{ required: true, min: shortest, message: t('password-what', { count: shortest }) }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password-again')}
          dependencies={['new']}
          rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('new') ? Promise.resolve() : Promise.reject(new Error(t('password-differs')))) })]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <ProblemNote problem={problem} />
        <Button className="vl-me-button" type="primary" htmlType="submit" loading={isBusy}>
          {t('password-change')}
        </Button>
      </Form>
    </section>
  )
}
