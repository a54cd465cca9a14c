import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../frame'
import { PasswordShown } from './PasswordShown'
import { useDesk, type NewPassword } from './users'

/** A new user and the password to begin with, which is shown once. */
export function NewUser({ onClose }: { onClose: (added?: string) => void }) {
  const { t } = useTranslation('users')
  const { act, isBusy, problem } = useDesk()
  const [form] = Form.useForm<{ user: string; name: string }>()
  const [made, setMade] = useState<NewPassword | null>(null)
  const add = async ({ user, name }: { user: string; name: string }) => setMade((await act<NewPassword>('/users', { method: 'POST', body: { user: user.trim(), name: name.trim() } })) ?? null)
  if (made) return <PasswordShown made={made} title={t('user-added')} next={t('give-roles-next')} onClose={() => onClose(made.user)} />
  return (
    <Modal open title={t('new-user')} okText={t('add')} confirmLoading={isBusy} onOk={() => form.submit()} onCancel={() => onClose()}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={entered => void add(entered)}>
        <Form.Item name="user" label={t('column.user')} extra={t('user-what')} rules={[{ required: true, message: t('user-needed') }]}>
          <Input autoFocus autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('column.name')} rules={[{ required: true, message: t('name-needed') }]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <ProblemNote problem={problem} />
      </Form>
    </Modal>
  )
}
