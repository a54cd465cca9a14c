import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { jobFileAddress, useJob, useStartJob, type ArchiveResult } from '../../api'
import { Empty, momentText, Page, ProblemNote, useWhere } from '../../frame'
import { JobProgress } from '../../jobs/JobProgress'
import '../../jobs/jobs.css'

/** Everything of one owner in one file that is read without this program. */
export default function ArchivePage() {
  const { t } = useTranslation('regulator')
  const { t: jobs } = useTranslation('jobs')
  const { owner, name, owners } = useWhere()
  const [search, setSearch] = useSearchParams()
  const job = useJob<ArchiveResult>('archive', search.get('job'))
  const start = useStartJob()
  const [problem, setProblem] = useState<unknown>(null)
  const begin = async () => {
    setProblem(null)
    try {
      const begun = await start('archive', { owner })
      setSearch(before => {
        const after = new URLSearchParams(before)
        after.set('job', begun.id)
        return after
      })
    } catch (error) {
      setProblem(error)
    }
  }
  const archived = job?.result && (owners.find(one => one.owner === job.result!.owner)?.name ?? job.result.owner)
  return (
    <Page
      title={t('archive')}
      subject={name}
      actions={
        owner && (
          <Button type="primary" disabled={job?.state === 'running'} onClick={() => void begin()}>
            {t('archive-start', { name })}
          </Button>
        )
      }
    >
      <p>{t('archive-what')}</p>
      {!owner && <Empty text={t('choose-owner')} />}
      <ProblemNote problem={problem} />
      {job && (
        <section aria-label={jobs('kind.archive')}>
          <p className="vl-quiet">{[archived, momentText(job.startedAt)].filter(Boolean).join(' · ')}</p>
          <JobProgress job={job} />
          {job.state === 'running' && <p className="vl-quiet">{jobs('may-leave')}</p>}
          {job.result && job.state === 'done' && (
            <>
              <p>
                <Button href={jobFileAddress(job.id)} download={job.fileName}>
                  {t('archive-download', { name: job.fileName })}
                </Button>
              </p>
              <p>{t('archive-holds', { files: job.result.files, position: job.result.position, kilobytes: Math.ceil(job.result.size / 1024) })}</p>
              <p className="vl-hash">
                SHA-256 <code>{job.result.sha256}</code>
              </p>
              {job.result.damaged.length > 0 && <Alert type="warning" showIcon title={t('archive-damaged', { names: job.result.damaged.join(', ') })} />}
            </>
          )}
        </section>
      )}
    </Page>
  )
}
