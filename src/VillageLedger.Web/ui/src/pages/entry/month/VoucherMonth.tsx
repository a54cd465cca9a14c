import { App, Button, Input, Segmented, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, mayRequest, useSession } from '../../../api'
import { Empty, Later, Page, ProblemNote, periodText, problemText, useAddress, useWhen } from '../../../frame'
import { ReportTable } from '../../../tables'
import { BatchNote } from '../BatchNote'
import '../entry.css'
import { useBatch } from '../useBatch'
import { BatchActions } from './BatchActions'
import { merged, stages, vouchersOf, type Stage } from './merge'
import { PrintMenu } from './PrintMenu'
import { usePostJob } from './useJob'
import { useLists } from './useLists'

const hidden = ['month', 'kind', 'voucher', 'sourceNumber', 'cause', 'concernsMonth', 'corrects']

/** 凭证处理: vouchers of a month of one or many villages, reviewed, returned, voided and posted together. */
export default function VoucherMonth() {
  const { t, i18n } = useTranslation('entry')
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const [stage, setStage] = useState<Stage>(() => (mayRequest(session, 'review-voucher') ? 'prepared' : 'all'))
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { owners, keepers, chosenOwners, setChosenOwners, lists, isPending, problem, retry } = useLists(stage, text)
  const view = useMemo(() => merged(lists, stage, t('owner')), [lists, stage, t])
  const vouchers = useMemo(() => vouchersOf(lists), [lists])
  const batch = useBatch()
  const { message } = App.useApp()
  const job = usePostJob(t('batch.post-month'), keepers)
  const postMonths = async (books: string[], month: string) => {
    try {
      await job.start(books, month)
    } catch (error) {
      if (!isProblem(error)) throw error
      void message.error({ content: problemText(error, key => t(`frame:${key}`)), duration: 8 })
    }
  }
  const may = mayRequest(session, 'review-vouchers', 'post-vouchers', 'return-voucher', 'discard-voucher', 'review-voucher', 'post-voucher') && !when.isHistoric

  const linked = (row: { key: string }, shown: string) => <Link to={addressOf(`/vouchers/${encodeURIComponent(row.key)}/amend`)}>{shown || '—'}</Link>
  return (
    <Page
      title={t('voucher-month')}
      subject={`${chosenOwners.length === 1 ? (owners[0]?.name ?? '') : t('villages', { count: chosenOwners.length })} · ${periodText(when.period, i18n.language)}`}
      actions={
        <>
          <PrintMenu owners={owners} month={when.month} chosen={[...chosen]} />
          {mayRequest(session, 'prepare-voucher') && !when.isHistoric && (
            <Link to={addressOf('/vouchers/new')} className="vl-link-button">
              {t('voucher-new')}
            </Link>
          )}
        </>
      }
    >
      <div className="vl-month-tools">
        <Select
          mode="multiple"
          className="vl-month-owners"
          aria-label={t('owners')}
          placeholder={t('owners')}
          maxTagCount="responsive"
          value={chosenOwners}
          onChange={setChosenOwners}
          options={keepers.map(one => ({ value: one.owner, label: one.name, words: `${one.name} ${one.initials} ${one.owner}` }))}
          showSearch={{ filterOption: (typed, option) => (option as { words?: string } | undefined)?.words?.includes(typed.toLowerCase()) ?? false }}
        />
        {keepers.length > 1 && (
          <Button size="small" onClick={() => setChosenOwners(chosenOwners.length === keepers.length ? chosenOwners.slice(0, 1) : keepers.map(one => one.owner))}>
            {t(chosenOwners.length === keepers.length ? 'owners-one' : 'owners-all', { count: keepers.length })}
          </Button>
        )}
        <Segmented<Stage> aria-label={t('stage')} value={stage} onChange={setStage} options={stages.map(value => ({ value, label: t(value === 'all' ? 'stage.all' : value === 'reviewed' ? 'stage.reviewed' : `state.${value}`) }))} />
        <Input.Search className="vl-month-search" allowClear aria-label={t('search-text')} placeholder={t('search-text')} onSearch={setText} />
      </div>
      <BatchNote state={batch.state} onCancel={batch.cancel} onDismiss={batch.dismiss} />
      <BatchNote state={job.state} onCancel={job.cancel} onDismiss={job.dismiss} />
      {may && (
        <BatchActions
          vouchers={vouchers}
          chosen={chosen}
          owners={owners}
          month={when.month}
          isRunning={(batch.state?.isRunning || job.state?.isRunning) ?? false}
          postMonths={postMonths}
          run={async (title, tasks) => {
            await batch.run(title, tasks)
            setChosen(new Set())
          }}
        />
      )}
      {problem != null && <ProblemNote problem={problem} onRetry={retry} />}
      {view ? (
        <ReportTable
          view={view}
          hidden={hidden}
          selection={may ? { keys: chosen, onChange: setChosen } : undefined}
          cells={{ summary: linked, number: (row, shown) => (shown ? linked(row, shown) : '') }}
          empty={<Empty text={t(`empty.${stage === 'prepared' || stage === 'reviewed' ? stage : 'vouchers'}`)} />}
          isStale={isPending}
        />
      ) : (
        isPending && <Later><Skeleton active paragraph={{ rows: 8 }} /></Later>
      )}
    </Page>
  )
}
