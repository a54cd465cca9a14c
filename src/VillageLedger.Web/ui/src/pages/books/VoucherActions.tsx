import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, mayRequest, useRequest, useSession, type Fields } from '../../api'
import { problemText, useWhen } from '../../frame'
import type { Paper } from './paper'

/** What this person may do with the voucher at its stage: review, return, post, discard. Who prepared it never reviews it. */
export function VoucherActions({ paper }: { paper: Paper }) {
  const { t } = useTranslation('books')
  const session = useSession()
  const { isHistoric } = useWhen()
  if (isHistoric) return null
  const isMine = paper.preparedBy === session.user
  const waits = paper.state === 'prepared'
  const isReviewed = paper.state === 'reviewed'
  const may = (name: string) => mayRequest(session, name)
  return (
    <>
      {waits && !isMine && may('review-voucher') && <Act name="review-voucher" fields={{ voucher: paper.id }} label={t('review')} done={t('reviewed')} isMain />}
      {isReviewed && may('post-voucher') && <Act name="post-voucher" fields={{ voucher: paper.id }} label={t('post')} done={t('posted')} isMain />}
      {(waits || isReviewed) && !isMine && may('return-voucher') && <WithReason name="return-voucher" paper={paper} label={t('return')} done={t('returned')} />}
      {(waits || paper.state === 'returned') && may('discard-voucher') && <WithReason name="discard-voucher" paper={paper} label={t('discard')} done={t('discarded')} />}
    </>
  )
}

interface ActProps {
  name: string
  fields: Fields
  label: string
  done: string
  isMain?: boolean
}

function useAct(name: string, done: string) {
  const { t } = useTranslation('frame')
  const { message } = App.useApp()
  const { send, isSending } = useRequest(name)
  const act = async (fields: Fields) => {
    try {
      await send(fields)
      void message.success(done)
    } catch (error) {
      void message.error({ content: isProblem(error) ? problemText(error, t) : String(error), duration: 8 })
    }
  }
  return { act, isSending }
}

function Act({ name, fields, label, done, isMain }: ActProps) {
  const { act, isSending } = useAct(name, done)
  return (
    <Button type={isMain ? 'primary' : 'default'} loading={isSending} onClick={() => void act(fields)}>
      {label}
    </Button>
  )
}

function WithReason({ name, paper, label, done }: { name: string; paper: Paper; label: string; done: string }) {
  const { t } = useTranslation('books')
  const { act, isSending } = useAct(name, done)
  const [reason, setReason] = useState('')
  return (
    <Popconfirm
      icon={null}
      title={label}
      description={<Input.TextArea aria-label={t('reason')} placeholder={t('reason')} maxLength={200} rows={2} value={reason} onChange={event => setReason(event.target.value)} />}
      okText={label}
      onConfirm={() => act({ voucher: paper.id, ...(reason.trim() ? { reason: reason.trim() } : {}) })}
    >
      <Button loading={isSending}>{label}</Button>
    </Popconfirm>
  )
}
