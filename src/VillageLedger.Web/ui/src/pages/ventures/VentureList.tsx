import { useTranslation } from 'react-i18next'
import { RequestButton } from '../../requests'
import { OwnersList } from './OwnersList'

export default function VentureList() {
  const { t } = useTranslation('ventures')
  return <OwnersList kind="venture" title={t('ventures')} empty={t('ventures-empty')} acts={<RequestButton request="found-venture" type="primary" />} />
}
