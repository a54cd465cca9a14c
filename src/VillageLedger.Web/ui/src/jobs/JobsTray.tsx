import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { jobFileAddress, useJobs, type Job } from '../api'
import { momentText, useAddress } from '../frame'
import { JobProgress } from './JobProgress'
import './jobs.css'

/** Long work of this person, from whatever page: what runs, and what came of it. Nothing where there never was any. */
export default function JobsTray() {
  const { t } = useTranslation('jobs')
  const { data: jobs } = useJobs()
  const [isOpen, setOpen] = useState(false)
  if (!jobs?.length) return null
  const running = jobs.filter(job => job.state === 'running').length
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" title={t('jobs')} content={<JobList jobs={jobs} onLeave={() => setOpen(false)} />}>
      <Button type="text" aria-haspopup="dialog" aria-expanded={isOpen} aria-label={t('jobs-running', { count: running })} icon={<Badge count={running} size="small" color="var(--vl-accent)"><BellOutlined /></Badge>} />
    </Popover>
  )
}

const shown = 6

function JobList({ jobs, onLeave }: { jobs: Job[]; onLeave: () => void }) {
  const { t } = useTranslation('jobs')
  const addressOf = useAddress()
  return (
    <ul className="vl-jobs">
      {jobs.slice(0, shown).map(job => (
        <li key={job.id}>
          <Link to={addressOf(pathOf(job))} onClick={onLeave}>
            {t(`kind.${job.kind}`)}
          </Link>{' '}
          <span className="vl-quiet">{momentText(job.startedAt)}</span>
          {job.state === 'running' ? (
            <JobProgress job={job} />
          ) : (
            <div>
              {t(`state.${job.state}`)}
              {job.fileName && job.state === 'done' && (
                <>
                  {' · '}
                  <a href={jobFileAddress(job.id)} download>
                    {t('download')}
                  </a>
                </>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

export function pathOf(job: Job): string {
  if (job.kind === 'replay') return `/regulator?job=${job.id}`
  return job.kind === 'archive' ? `/regulator/archive?job=${job.id}` : `/closing/villages?job=${job.id}`
}
