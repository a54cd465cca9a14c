import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useCalled, useRequest, useSession, type Fields } from '../../../api'
import { ProblemNote, useAddress } from '../../../frame'
import { useIsPhone } from '../../../media'
import { money } from '../../../money'
import { today } from '../../../questions/days'
import { voucherPath } from '../../books/links'
import { NamedFiles } from '../../entry/NamedFiles'
import type { Waiting } from './waiting'

interface Answer {
  request: string
  fields: Fields
}

/** The request that says yes to it; a dividend needs its resolution and is resolved on its own page. */
function yesOf(waiting: Waiting): Answer | undefined {
  if (waiting.kind === 'claim') return { request: 'approve-claim', fields: { claim: waiting.id, date: today() } }
  if (waiting.kind === 'voucher') return { request: 'review-voucher', fields: { voucher: waiting.id } }
  return waiting.kind === 'allocation' ? { request: 'confirm-allocation', fields: { allocation: waiting.id } } : undefined
}

function noOf(waiting: Waiting): Answer | undefined {
  if (waiting.kind === 'claim') return { request: 'return-claim', fields: { claim: waiting.id } }
  return waiting.kind === 'voucher' ? { request: 'return-voucher', fields: { voucher: waiting.id } } : undefined
}

function pathOf({ kind, id, owner }: Waiting): string {
  const [, code = ''] = owner.split('/')
  if (kind === 'voucher') return voucherPath(id)
  if (kind === 'allocation') return `/ventures/${encodeURIComponent(code)}/allocations/${encodeURIComponent(id)}`
  return kind === 'claim' ? `/claims?claim=${encodeURIComponent(id)}` : `/distributions/${encodeURIComponent(id)}`
}

export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation('approvals')
  const session = useSession()
  const addressOf = useAddress()
  const isPhone = useIsPhone()
  const called = useCalled()
  const [yes, no] = [yesOf(waiting), noOf(waiting)]
  const size = isPhone ? 'large' : 'middle'
  return (
    <li>
      <div className="vl-waiting-what">
        <span className="vl-waiting-head">
          <strong>{waiting.ownerName}</strong> <span className="vl-quiet">{t(`kind.${waiting.kind}`)}</span>
        </span>
        <Link to={addressOf(pathOf(waiting), { owner: waiting.owner })}>{waiting.text || waiting.id}</Link>
        <span className="vl-quiet">
          {[waiting.date, waiting.by && t(waiting.kind === 'claim' ? 'handed-in-by' : 'made-by', { by: called(waiting.by) }), waiting.level && t('level', { level: t(`entry:level.${waiting.level}`, { defaultValue: waiting.level }) }), waiting.attachments && t('attachments', { count: waiting.attachments })].filter(Boolean).join(' · ')}
        </span>
        {waiting.kind === 'claim' && <NamedFiles book={waiting.owner} source="claim" id={waiting.id} />}
      </div>
      <strong className="vl-waiting-amount" data-red={waiting.amountFen < 0 || undefined}>
        {money(waiting.amountFen)}
      </strong>
      <div className="vl-waiting-answers">
        {yes && mayRequest(session, yes.request) && <Yes answer={yes} label={t(`yes.${waiting.kind}`)} done={t(`done.${waiting.kind}`)} size={size} />}
        {no && mayRequest(session, no.request) && <No answer={no} needsReason={waiting.kind === 'claim'} size={size} />}
        {waiting.kind === 'dividend' && (
          <Link to={addressOf(pathOf(waiting), { owner: waiting.owner })}>
            <Button size={size}>{t('yes.dividend')}</Button>
          </Link>
        )}
      </div>
    </li>
  )
}

type Size = 'large' | 'middle'

function Yes({ answer, label, done, size }: { answer: Answer; label: string; done: string; size: Size }) {
  const { message } = App.useApp()
  const { send, isSending, problem } = useRequest(answer.request)
  const act = async () => {
    try {
      await send(answer.fields)
      void message.success(done)
    } catch {
      // Stands below the card.
    }
  }
  return (
    <>
      <Button type="primary" size={size} loading={isSending} onClick={() => void act()}>
        {label}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}

function No({ answer, needsReason, size }: { answer: Answer; needsReason: boolean; size: Size }) {
  const { t } = useTranslation('approvals')
  const { message } = App.useApp()
  const { send, isSending, problem } = useRequest(answer.request)
  const [reason, setReason] = useState('')
  const act = async () => {
    try {
      await send({ ...answer.fields, ...(reason.trim() ? { reason: reason.trim() } : {}) })
      void message.success(t('returned'))
    } catch {
      // Stands below the card.
    }
  }
  return (
    <>
      <Popconfirm
        icon={null}
        title={t('return-why')}
        description={<Input.TextArea aria-label={t('return-why')} rows={3} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        okText={t('return')}
        okButtonProps={{ disabled: needsReason && !reason.trim() }}
        onConfirm={act}
      >
        <Button size={size} loading={isSending}>
          {t('return')}
        </Button>
      </Popconfirm>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}
