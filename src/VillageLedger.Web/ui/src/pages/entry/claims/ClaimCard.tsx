import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, mayRequest, useCalled, useRequest, useSession, type Owner } from '../../../api'
import { problemText, useAddress, useWhen } from '../../../frame'
import { yuan } from '../../../money'
import { ReasonDialog } from '../ReasonDialog'
import { Attachments } from '../voucher/Attachments'
import type { Attached } from '../voucher/grid'
import type { Claim } from './claim'
import { today } from './today'
import { VoucherClaim } from './VoucherClaim'

const nothing = () => undefined

/** One claim: its photos, what stands in it, and what this person does next. */
export function ClaimCard({ claim, owner, files, onAmend }: { claim: Claim; owner?: Owner; files: Attached[]; onAmend: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const session = useSession()
  const { isHistoric } = useWhen()
  const addressOf = useAddress()
  const [asked, setAsked] = useState<'return' | 'withdraw' | 'voucher' | null>(null)
  const approve = useRequest('approve-claim')
  const giveBack = useRequest('return-claim')
  const withdraw = useRequest('withdraw-claim')
  const may = (name: string) => !isHistoric && mayRequest(session, name)
  const called = useCalled()
  const isOwn = claim.madeBy === session.user
  const { state } = claim

  const doIt = async (request: typeof approve, fields: Record<string, unknown>, done: string) => {
    try {
      await request.send({ claim: claim.claim, ...fields })
      setAsked(null)
      void message.success(t(`entry:${done}`))
    } catch (error) {
      if (!isProblem(error)) throw error
      if (!asked) void message.error({ content: problemText(error, key => t(`frame:${key}`)), duration: 8 })
    }
  }

  return (
    <li aria-label={`${claim.summary} ${yuan(claim.amountFen)}`}>
      <h2>
        <span>
          {claim.summary}
          {claim.lines > 1 && <small> {t('entry:claim-lines', { count: claim.lines })}</small>}
        </span>
        <span className="vl-claim-amount">{yuan(claim.amountFen)}</span>
      </h2>
      <p className="vl-claim-facts">
        <Tag>{t(`entry:claim-stage.${state}`)}</Tag>
        <span>{claim.date}</span>
        <span>{t('entry:claim-to', { name: claim.payeeName || claim.payee })}</span>
        <span>{t('entry:claim-by', { name: called(claim.madeBy) })}</span>
        {claim.approvedBy && <span>{t('entry:claim-approved-by', { name: claim.approvedBy.replace(/([^\s(,;]+)(?: \(([a-z-]+)\))?/g, (_, user: string, level?: string) => called(user) + (level ? t('entry:approved-as', { level: t(`entry:level.${level}`, { defaultValue: level }) }) : '')) })}</span>}
        {state === 'handed-in' && claim.waitsFor && <span>{t('entry:claim-waits-for', { level: t(`entry:level.${claim.waitsFor}`, { defaultValue: claim.waitsFor }) })}</span>}
        {claim.voucher && <Link to={addressOf(`/vouchers/${encodeURIComponent(claim.voucher)}`)}>{t('entry:claim-voucher')}</Link>}
      </p>
      {claim.reason && <p className="vl-claim-reason">{t('entry:claim-reason', { reason: claim.reason })}</p>}
      {files.length > 0 && <Attachments files={files} of={{ claim: claim.claim }} isReadOnly onAttached={nothing} onDetached={nothing} />}
      <div className="vl-claim-actions">
        {state === 'handed-in' && may('approve-claim') && !isOwn && (
          <Button type="primary" loading={approve.isSending} onClick={() => void doIt(approve, { date: today() < claim.date ? claim.date : today() }, 'claim-done.approved')}>
            {t('entry:claim-approve')}
          </Button>
        )}
        {state === 'approved' && may('voucher-claim') && (
          <Button type="primary" onClick={() => setAsked('voucher')}>
            {t('entry:claim-make-voucher')}
          </Button>
        )}
        {state === 'returned' && may('amend-claim') && (
          <Button type="primary" onClick={onAmend}>
            {t('entry:claim-amend')}
          </Button>
        )}
        {(state === 'handed-in' || state === 'approved') && may('return-claim') && !isOwn && <Button onClick={() => setAsked('return')}>{t('entry:return')}</Button>}
        {(state === 'handed-in' || state === 'returned') && may('withdraw-claim') && isOwn && <Button onClick={() => setAsked('withdraw')}>{t('entry:claim-withdraw')}</Button>}
      </div>
      {asked === 'return' && (
        <ReasonDialog title={t('entry:claim-return-title')} okText={t('entry:return')} isNeeded isBusy={giveBack.isSending} problem={giveBack.problem} onCancel={() => setAsked(null)} onDone={reason => void doIt(giveBack, { reason }, 'claim-done.returned')} />
      )}
      {asked === 'withdraw' && (
        <ReasonDialog title={t('entry:claim-withdraw-title')} okText={t('entry:claim-withdraw')} isDanger isBusy={withdraw.isSending} problem={withdraw.problem} onCancel={() => setAsked(null)} onDone={reason => void doIt(withdraw, reason ? { reason } : {}, 'claim-done.withdrawn')} />
      )}
      {asked === 'voucher' && <VoucherClaim claim={claim} owner={owner} onClose={() => setAsked(null)} />}
    </li>
  )
}
