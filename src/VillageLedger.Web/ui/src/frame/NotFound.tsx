import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Page } from './Page'

export function NotFound() {
  const { t } = useTranslation('frame')
  return (
    <Page title={t('not-found')}>
      <p>{t('not-found-what')}</p>
      <p>
        <Link to="/">{t('start')}</Link>
      </p>
    </Page>
  )
}
