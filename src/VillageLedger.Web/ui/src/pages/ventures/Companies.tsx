import { useTranslation } from 'react-i18next'
import { OwnersList } from './OwnersList'

export default function Companies() {
  const { t } = useTranslation('ventures')
  return <OwnersList kind="company" title={t('companies')} empty={t('companies-empty')} />
}
