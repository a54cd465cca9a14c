import { Modal, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NewPassword } from './users'

/** A password that is shown this once and must be changed at the first sign-in. */
export function PasswordShown({ made, title, next, onClose }: { made: NewPassword; title: string; next?: string; onClose: () => void }) {
  const { t } = useTranslation('users')
  return (
    <Modal open title={title} okText={t('noted')} cancelButtonProps={{ style: { display: 'none' } }} onOk={onClose} onCancel={onClose} mask={{ closable: false }}>
      <p>{t('password-once', { user: made.user })}</p>
      <Typography.Paragraph code copyable={{ text: made.password }} className="vl-password">
        {made.password}
      </Typography.Paragraph>
      {next && <p className="vl-quiet">{next}</p>}
    </Modal>
  )
}
