import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCancelJob, type Job } from '../api'
import { partOf, remainingParts } from './progress'

/** How far a job is and how long it will take; it may be left, and given up. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const cancel = useCancelJob()
  const remaining = remainingParts(job.remainingSeconds)
  return (
    <div className="vl-job">
      <Progress percent={partOf(job)} status={job.state === 'running' ? 'active' : 'normal'} aria-label={t(`kind.${job.kind}`)} />
      <span className="vl-job-below" role="status">
        <span className="vl-quiet">
          {job.state === 'running' ? (remaining ? t(`remaining.${remaining.unit}`, { count: remaining.count }) : t('begun')) : t(`state.${job.state}`)}
          {job.total > 0 && ` · ${job.done} / ${job.total}`}
        </span>
        {job.state === 'running' && (
          <Button size="small" onClick={() => void cancel(job.id)}>
            {t('give-up')}
          </Button>
        )}
      </span>
    </div>
  )
}
