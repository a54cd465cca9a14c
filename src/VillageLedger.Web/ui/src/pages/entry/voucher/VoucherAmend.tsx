import { Alert, App, Skeleton } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { mayRequest, newId, useReport, useSession, useWrittenVoucher, type ReportView, type WrittenVoucher } from '../../../api'
import { Later, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../../frame'
import { VoucherWays } from '../../books/VoucherWays'
import '../entry.css'
import type { Kept } from './drafts'
import { draftOf } from './request'
import { useDrafts } from './useVoucher'
import { VoucherActions, type VoucherHead } from './VoucherActions'
import { VoucherForm } from './VoucherForm'

/** A voucher that was saved: amended while it may be, reviewed, posted, taken back. */
export default function VoucherAmend() {
  const { t } = useTranslation('entry')
  const { id = '' } = useParams()
  const { options } = useWhen()
  const report = useReport('voucher', { voucher: id, at: options.at }, { keepsFigures: false })
  const written = useWrittenVoucher(id, options.at)
  const read = () => Promise.all([report.refetch(), written.refetch()])
  const problem = report.error ?? written.error
  if (problem) return <Page title={t('voucher')}><ProblemNote problem={problem} onRetry={() => void read()} /></Page>
  if (!report.data || !written.data) return <Later><Skeleton active paragraph={{ rows: 8 }} /></Later>
  return <Amending key={id} id={id} view={report.data} written={written.data} read={read} />
}

function Amending({ id, view, written, read }: { id: string; view: ReportView; written: WrittenVoucher; read: () => Promise<unknown> }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const session = useSession()
  const drafts = useDrafts()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const { owners } = useWhere()
  const value = (name: string) => view.head.find(one => one.name === name)?.value ?? null
  const word = (name: string) => String(value(name) ?? '')
  const state = word('state')
  const head: VoucherHead = {
    voucher: id, state, date: word('date'), type: word('type'), number: value('number') as number | null, kind: word('kind'), preparedBy: word('preparedBy'), amendedBy: word('amendedBy'), reversedBy: word('reversedBy'), correctedBy: word('correctedBy'),
  }
  const isMade = word('cause') !== '' || head.kind === 'reversal'
  const isLocked = !(state === 'prepared' || state === 'returned') || isMade || !mayRequest(session, 'amend-voucher')

  // What this browser has of it goes before what was saved, unless another window works on it.
  const [round, setRound] = useState(0)
  const content = JSON.stringify(written)
  const begun = useMemo<Kept>(() => {
    const kept = isLocked ? undefined : drafts.list({ book: word('book'), amends: id }).find(one => !drafts.isElsewhere(one))
    return kept ?? { draft: { ...draftOf(written, newId()), amends: id }, savedAt: 0, tab: '', seenAt: 0 }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [content, drafts, id, isLocked, round])

  const onSaved = useCallback(() => {
    void message.success(t('amended'))
    // Another amendment is another request, from what stands there now.
    void read().then(() => setRound(before => before + 1))
  }, [message, read, t])
  return (
    <VoucherForm
      key={begun.draft.id}
      title={t('voucher-of-state', { state: t(`state.${state}`) })}
      begun={begun}
      owner={owners.find(one => one.owner === word('book'))}
      isLocked={isLocked}
      number={head.number}
      signatures={{ preparedBy: head.amendedBy || head.preparedBy, reviewedBy: word('reviewedBy'), postedBy: word('postedBy'), cashier: word('cashier') }}
      actions={
        <>
          <Link to={addressOf('/vouchers/review')} className="vl-link-button">
            {t('voucher-month')}
          </Link>
          <VoucherActions head={head} onReversed={voucher => void navigate(addressOf(`/vouchers/${encodeURIComponent(voucher)}/amend`))} />
        </>
      }
      onSaved={onSaved}
      notes={
        <>
          {state === 'returned' && <Alert type="warning" showIcon title={t('returned-why', { reason: word('reason') || '—' })} />}
          {state === 'reviewed' && <Alert type="info" showIcon title={t('reviewed-note')} />}
          {state === 'prepared' && !isMade && <Alert type="info" showIcon title={t(head.preparedBy === session.user ? 'prepared-own' : 'prepared-note')} />}
          {isMade && state !== 'posted' && <Alert type="info" showIcon title={t('made-note')} />}
          <VoucherWays links={{ reverses: word('reverses'), reversedBy: word('reversedBy'), corrects: word('corrects'), correctedBy: word('correctedBy') }} />
          {begun.savedAt > 0 && <Alert type="info" showIcon role="status" title={t('draft.amend-resumed')} />}
        </>
      }
    />
  )
}
