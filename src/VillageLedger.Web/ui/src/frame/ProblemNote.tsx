import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api'

/** What went wrong and what to do next: the server's own words where it gave any. */
export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('frame')
  if (!problem) return null
  return (
    <Alert
      role="alert"
      showIcon
      type="error"
      title={problemText(problem, t)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('try-again')}
          </Button>
        )
      }
    />
  )
}

export function problemText(problem: unknown, t: (key: string) => string): string {
  if (!isProblem(problem)) return t('problem.page')
  if (problem.isOffline) return t('problem.offline')
  if (problem.detail) return withoutRequestNames(problem.detail)
  return problem.status === 403 ? t('problem.not-permitted') : t('problem.server')
}

/** The server's words as an accountant reads them: names of the interface in brackets are for those who write programs. */
export function withoutRequestNames(text: string): string {
  return text.replace(/（[a-z]+(?:-[a-z]+)+(?:、[a-z]+(?:-[a-z]+)+)*）/g, '')
}
