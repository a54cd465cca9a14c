import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { Page } from './Page'
import { problemText } from './ProblemNote'

/** A page that broke. A part of the program that is no longer there (after an update) is fetched anew by loading the page again. */
export function ErrorPage() {
  const { t } = useTranslation('frame')
  const error = useRouteError()
  const isOld = error instanceof TypeError && /import|module/i.test(error.message)
  return (
    <Page title={isOld ? t('problem.updated') : t('problem.page-title')}>
      {!isOld && <p role="alert">{problemText(error, t)}</p>}
      <p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('load-again')}
        </Button>
      </p>
    </Page>
  )
}
