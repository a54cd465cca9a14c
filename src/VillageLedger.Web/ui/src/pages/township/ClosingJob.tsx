import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BatchResult, Job, Owner } from '../../api'
import { useAddress, withoutRequestNames } from '../../frame'
import { JobProgress } from '../../jobs/JobProgress'
import '../../jobs/jobs.css'

/** A batch that runs or has run: how far, and which books refused and why. */
export function ClosingJob({ job, villages }: { job: Job<BatchResult>; villages: Owner[] }) {
  const { t } = useTranslation('township')
  const { t: jobs } = useTranslation('jobs')
  const addressOf = useAddress()
  const nameOf = (owner: string) => villages.find(one => one.owner === owner)?.name ?? owner
  const refused = job.result?.books.filter(one => one.outcome === 'refused') ?? []
  return (
    <section className="vl-closing-job" aria-label={jobs(`kind.${job.kind}`)}>
      <h2>{jobs(`kind.${job.kind}`)}</h2>
      <JobProgress job={job} />
      {job.state === 'running' && <p className="vl-quiet">{jobs('may-leave')}</p>}
      {job.result && <p>{t('batch-result', { done: job.result.done, already: job.result.already, refused: job.result.refused })}</p>}
      {refused.length > 0 && (
        <ul>
          {refused.map(one => (
            <li key={one.book}>
              <Link to={addressOf('/closing', { owner: one.book })}>{nameOf(one.book)}</Link> {withoutRequestNames(one.message ?? '')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
