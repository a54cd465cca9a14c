import { Alert, App, Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { newId, useWrittenVoucher, type Owner, type Outcome } from '../../../api'
import { Empty, Later, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../../frame'
import '../entry.css'
import { firstDate } from './dates'
import { DraftsNote } from './DraftsNote'
import type { Kept } from './drafts'
import { emptyDraft, type Draft } from './grid'
import { copied, draftOf } from './request'
import { useDrafts } from './useVoucher'
import { VoucherForm } from './VoucherForm'

const remembered = (owner: string) => `village-ledger.open.${owner}`

/** 填制凭证. */
export default function VoucherNew() {
  const { t } = useTranslation('entry')
  const { owner, current } = useWhere()
  const [search] = useSearchParams()
  const copy = search.get('copy')
  if (!owner || !current) return <Page title={t('voucher-new')}><Empty text={t('choose-owner')} /></Page>
  if (!current.firstMonth) return <Page title={t('voucher-new')} subject={current.name}><Empty text={t('book-not-open')} /></Page>
  return copy ? <Copying key={owner + copy} owner={current} voucher={copy} /> : <Begun key={owner} owner={current} />
}

/** Reads the voucher whose lines the new one begins with. */
function Copying({ owner, voucher }: { owner: Owner; voucher: string }) {
  const { t } = useTranslation('entry')
  const { month } = useWhen()
  const written = useWrittenVoucher(voucher)
  const [id] = useState(newId)
  if (written.error) return <Page title={t('voucher-new')}><ProblemNote problem={written.error} onRetry={() => void written.refetch()} /></Page>
  if (!written.data) return <Later><Skeleton active paragraph={{ rows: 8 }} /></Later>
  const date = firstDate(month, dayjs().format('YYYY-MM-DD'), owner)
  return <Begun owner={owner} copy={{ ...copied(draftOf(written.data, id), id, date), book: owner.owner }} />
}

function Begun({ owner, copy }: { owner: Owner; copy?: Draft }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const drafts = useDrafts()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const { month } = useWhen()
  const fresh = useCallback(
    (date?: string): Kept => {
      const draft = emptyDraft(newId(), owner.owner, date ?? firstDate(month, dayjs().format('YYYY-MM-DD'), owner))
      return { draft, savedAt: 0, tab: '', seenAt: 0 }
    },
    [owner, month],
  )
  const [begun, setBegun] = useState<Kept>(() => {
    if (copy) return { draft: copy, savedAt: 0, tab: '', seenAt: 0 }
    return drafts.resumed(sessionStorage.getItem(remembered(owner.owner))) ?? fresh()
  })
  const [isResumed, setResumed] = useState(() => begun.savedAt > 0)
  useEffect(() => sessionStorage.setItem(remembered(owner.owner), begun.draft.id), [owner.owner, begun.draft.id])

  const onSaved = useCallback(
    (outcome: Outcome, draft: Draft, isNext: boolean) => {
      sessionStorage.removeItem(remembered(owner.owner))
      setResumed(false)
      void message.success(t('saved'))
      if (isNext) {
        setBegun(fresh(draft.date))
        void navigate(addressOf('/vouchers/new'), { replace: true })
      } else void navigate(addressOf(`/vouchers/${encodeURIComponent(outcome.id)}/amend`))
    },
    [addressOf, fresh, message, navigate, owner.owner, t],
  )

  const begin = (kept: Kept) => {
    setBegun(kept)
    setResumed(kept.savedAt > 0)
  }

  return (
    <VoucherForm
      key={begun.draft.id}
      title={t('voucher-new')}
      begun={begun}
      owner={owner}
      isLocked={false}
      onSaved={onSaved}
      notes={
        <>
          {isResumed && (
            <Alert
              type="info"
              showIcon
              role="status"
              title={t('draft.resumed', { time: dayjs(begun.savedAt).format('M-D HH:mm') })}
              action={
                !begun.sent && (
                  <Button size="small" onClick={() => begin(fresh())}>
                    {t('draft.begin-anew')}
                  </Button>
                )
              }
            />
          )}
          <DraftsNote drafts={drafts} owner={owner.owner} open={begun.draft.id} onOpen={begin} />
        </>
      }
    />
  )
}
