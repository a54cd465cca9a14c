import { useTranslation } from 'react-i18next'
import { RequestButton } from '../../requests'
import { OwnersList } from './OwnersList'

export default function Companies() {
  const { t } = useTranslation('ventures')
  return <OwnersList kind="company" title={t('companies')} empty={t('companies-empty')} acts={<RequestButton request="register-company" type="primary" />} />
}
