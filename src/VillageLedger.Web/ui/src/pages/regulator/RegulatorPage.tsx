import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { hasRole, useJob, useJobs, useSession, useStartJob, type ReplayResult } from '../../api'
import { momentText, Page, ProblemNote } from '../../frame'
import { JobProgress } from '../../jobs/JobProgress'
import '../../jobs/jobs.css'
import { Projections } from './Projections'
import './regulator.css'

/** Whether the figures are what the records say: worked out once more from the first record on, and compared row by row. */
export default function RegulatorPage() {
  const { t } = useTranslation('regulator')
  const session = useSession()
  return (
    <Page title={t('regulator')} subject={t('regulator-what')}>
      <div className="vl-regulator">
        {hasRole(session, 'regulator') && <Replay />}
        <Projections />
      </div>
    </Page>
  )
}

function Replay() {
  const { t } = useTranslation('regulator')
  const { t: jobs } = useTranslation('jobs')
  const [search, setSearch] = useSearchParams()
  const all = useJobs()
  const job = useJob<ReplayResult>('replay', search.get('job'))
  const start = useStartJob()
  const [problem, setProblem] = useState<unknown>(null)
  const begin = async () => {
    setProblem(null)
    try {
      await start('replay')
      setSearch(before => {
        const after = new URLSearchParams(before)
        after.delete('job')
        return after
      })
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <section aria-labelledby="replay">
      <h2 id="replay">{t('replay')}</h2>
      <p>{t('replay-what')}</p>
      <p>
        <Button type="primary" disabled={job?.state === 'running' || all.isPending} onClick={() => void begin()}>
          {t('replay-start')}
        </Button>
      </p>
      <ProblemNote problem={problem} />
      {job && (
        <>
          <p className="vl-quiet">{t('replay-of', { moment: momentText(job.startedAt) })}</p>
          <JobProgress job={job} />
          {job.state === 'running' && <p className="vl-quiet">{jobs('may-leave')}</p>}
          {job.result && <ReplayOutcome result={job.result} />}
        </>
      )}
    </section>
  )
}

function ReplayOutcome({ result }: { result: ReplayResult }) {
  const { t } = useTranslation('regulator')
  const position = Math.max(0, ...result.projections.map(one => one.position))
  const differing = result.projections.filter(one => !one.equal)
  return (
    <div role="status">
      <p>
        <strong>{result.equal ? t('replay-equal', { position }) : t('replay-differs', { count: differing.length })}</strong>
      </p>
      <table className="vl-plain">
        <thead>
          <tr>
            <th scope="col">{t('projection')}</th>
            <th scope="col" data-number>
              {t('position')}
            </th>
            <th scope="col" data-number>
              {t('rows')}
            </th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {result.projections.map(one => (
            <tr key={one.projection} data-differs={!one.equal || undefined}>
              <th scope="row">{one.projection}</th>
              <td data-number>{one.position}</td>
              <td data-number>{one.rows}</td>
              <td>{one.difference ? t('difference', { table: one.difference.table, position: one.difference.position ?? '—', side: t(`only-in.${one.difference.onlyIn.toLowerCase()}`, { defaultValue: one.difference.onlyIn }), row: one.difference.row }) : t('equal')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
