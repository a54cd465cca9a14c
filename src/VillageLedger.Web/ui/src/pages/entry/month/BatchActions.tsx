import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRequest, useSession, type Owner } from '../../../api'
import { monthText } from '../../../frame'
import { ReasonDialog } from '../ReasonDialog'
import type { Task } from '../useBatch'
import type { ListedVoucher } from './merge'

interface Props {
  vouchers: Map<string, ListedVoucher>
  chosen: ReadonlySet<string>
  owners: Owner[]
  month: string
  isRunning: boolean
  run: (title: string, tasks: Task[]) => Promise<void>
  /** Posts the month in several villages; undefined where each is asked for by itself. */
  postMonths?: (books: string[], month: string) => Promise<void>
}

/** What is done with the chosen vouchers, or with all of the month in each of the villages. */
export function BatchActions({ vouchers, chosen, owners, month, isRunning, run, postMonths }: Props) {
  const { t, i18n } = useTranslation('entry')
  const session = useSession()
  const [asked, setAsked] = useState<'return' | 'discard' | null>(null)
  const picked = [...chosen].flatMap(id => vouchers.get(id) ?? [])
  const toReview = picked.filter(one => one.state === 'prepared' && one.preparedBy !== session.user)
  const toPost = picked.filter(one => one.state === 'reviewed')
  const toReturn = picked.filter(one => one.state === 'prepared' || one.state === 'reviewed')
  const toDiscard = picked.filter(one => one.state === 'prepared' || one.state === 'returned' || one.state === 'reviewed')
  const each = (request: string, some: ListedVoucher[], reason?: string): Task[] => some.map(one => ({ label: one.label, request, fields: { voucher: one.voucher, ...(reason ? { reason } : {}) } }))
  const months = (request: string): Task[] => owners.map(one => ({ label: one.name, request, fields: { book: one.owner, month } }))
  const values = { month: monthText(month, i18n.language), count: owners.length }

  const button = (what: string, name: string, some: ListedVoucher[], onClick: () => void, isMain = false) =>
    mayRequest(session, name) && (
      <Button key={what} type={isMain && some.length > 0 ? 'primary' : 'default'} disabled={isRunning || some.length === 0} onClick={onClick}>
        {t(`batch.${what}`, { count: some.length })}
      </Button>
    )
  const whole = (what: string, name: string) =>
    mayRequest(session, name) && (
      <Popconfirm key={what} title={t(`batch.${what}-ask`, values)} onConfirm={() => void (name === 'post-vouchers' && owners.length > 1 && postMonths ? postMonths(owners.map(one => one.owner), month) : run(t(`batch.${what}`), months(name)))} disabled={isRunning || owners.length === 0}>
        <Button disabled={isRunning || owners.length === 0}>{t(`batch.${what}`)}</Button>
      </Popconfirm>
    )

  return (
    <div className="vl-month-tools" role="toolbar" aria-label={t('batch.tools')}>
      {button('review', 'review-voucher', toReview, () => void run(t('review'), each('review-voucher', toReview)), true)}
      {button('post', 'post-voucher', toPost, () => void run(t('post'), each('post-voucher', toPost)), true)}
      {button('return', 'return-voucher', toReturn, () => setAsked('return'))}
      {button('discard', 'discard-voucher', toDiscard, () => setAsked('discard'))}
      <span className="vl-tools-gap" />
      {whole('review-month', 'review-vouchers')}
      {whole('post-month', 'post-vouchers')}
      {asked && (
        <ReasonDialog
          title={t(`batch.${asked}`, { count: (asked === 'return' ? toReturn : toDiscard).length })}
          okText={t(asked)}
          what={t(`${asked}-what`)}
          isDanger={asked === 'discard'}
          onCancel={() => setAsked(null)}
          onDone={reason => {
            const isReturn = asked === 'return'
            setAsked(null)
            void run(t(asked), each(isReturn ? 'return-voucher' : 'discard-voucher', isReturn ? toReturn : toDiscard, reason))
          }}
        />
      )}
    </div>
  )
}
