import { Button, Popconfirm, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { mayRequest, useJob, useReport, useSession, useStartJob, type BatchResult } from '../../api'
import { Empty, Later, monthText, Page, ProblemNote, useWhen } from '../../frame'
import { earliestOpen } from './checks'
import { ClosingJob } from './ClosingJob'
import { ClosingMatrix } from './ClosingMatrix'
import { closable, lookedAt, matrixOf, monthsOf, nextMonths } from './matrix'
import { usePlace } from './place'
import { closedOf } from './villageFacts'
import './township.css'

/** How far each village is closed, month by month; what is missing is one click away, and many are closed at once. */
export default function VillagesClosing() {
  const { t, i18n } = useTranslation('township')
  const session = useSession()
  const when = useWhen()
  const { name, place, villages } = usePlace()
  const [search, setSearch] = useSearchParams()
  const year = when.month.slice(0, 4)
  const months = monthsOf(year)
  const at = when.at === undefined ? {} : { at: when.at }
  const income = useReport('operating-income', { year, ...at })
  const start = useStartJob()
  const [problem, setProblem] = useState<unknown>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const job = useJob<BatchResult>('close-months', search.get('job'))
  const mayClose = !when.isHistoric && mayRequest(session, 'close-month')

  const closed = closedOf(income.data)
  const rows = matrixOf(villages, closed, months, (village, through) => (village.firstMonth ? earliestOpen(village.firstMonth, through, lookedAt(village, `${year}-12`)) : undefined))
  const open = nextMonths(rows, `${year}-12`).map(month => ({ month, books: closable(rows, month) }))
  const toClose = open.find(one => one.month === chosen) ?? open[0]

  const close = async () => {
    if (!toClose) return
    setProblem(null)
    try {
      const begun = await start('close-months', { month: toClose.month, books: toClose.books })
      setSearch(before => {
        const after = new URLSearchParams(before)
        after.set('job', begun.id)
        return after
      })
    } catch (error) {
      setProblem(error)
    }
  }

  return (
    <Page
      title={t('closing')}
      subject={[name, t('year', { year })].filter(Boolean).join(' · ')}
      actions={
        mayClose &&
        toClose && (
          <>
            <Select aria-label={t('close-which')} className="vl-rank" value={toClose.month} onChange={setChosen} options={open.map(one => ({ value: one.month, label: t('close-choice', { month: monthText(one.month, i18n.language), count: one.books.length }) }))} />
            <Popconfirm title={t('close-sure', { month: monthText(toClose.month, i18n.language), count: toClose.books.length })} description={t('close-sure-what')} okText={t('close')} onConfirm={close} disabled={job?.state === 'running'}>
              <Button type="primary" disabled={job?.state === 'running'}>
                {t('close-all', { month: monthText(toClose.month, i18n.language) })}
              </Button>
            </Popconfirm>
          </>
        )
      }
    >
      <ProblemNote problem={problem ?? income.error} onRetry={problem ? undefined : () => void income.refetch()} />
      {job && (search.has('job') || job.state === 'running') && <ClosingJob job={job} villages={villages} />}
      {villages.length === 0 ? (
        <Empty text={t('no-villages')} />
      ) : !income.data ? (
        !income.error && (
          <Later>
            <Skeleton active paragraph={{ rows: 8 }} />
          </Later>
        )
      ) : (
        <ClosingMatrix key={`${place} ${year}`} rows={rows} months={months} at={when.at} />
      )}
    </Page>
  )
}
