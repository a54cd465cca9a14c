import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOnline } from '../api'
import { useKnownAt } from './knownAt'
import { useWhen } from './when'

/** Says that the past is seen, so that nobody takes it for the present. */
export function HistoricBanner() {
  const { t } = useTranslation('frame')
  const { isHistoric, setAt } = useWhen()
  const knownAt = useKnownAt()
  if (!isHistoric) return null
  return (
    <div className="vl-historic" role="status">
      <strong>{t('historic')}</strong>
      <span>{t('historic-what', { moment: knownAt })}</span>
      <Button size="small" onClick={() => setAt(undefined)}>
        {t('back-to-now')}
      </Button>
    </div>
  )
}

export function OfflineBanner() {
  const { t } = useTranslation('frame')
  const isOnline = useOnline()
  return isOnline ? null : (
    <div className="vl-offline" role="alert">
      {t('offline')}
    </div>
  )
}
