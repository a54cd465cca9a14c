import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addressOf as serverAddress, isProblem, mayRequest, useRequest, useSession } from '../../../api'
import { problemText, useAddress, useWhen, useWhere } from '../../../frame'
import { ReasonDialog } from '../ReasonDialog'
import { lastDay, openMonths } from './dates'
import { ReverseDialog } from './ReverseDialog'

export interface VoucherHead {
  voucher: string
  state: string
  date: string
  type: string
  number: number | null
  kind: string
  preparedBy: string
  amendedBy: string
  reversedBy: string
  correctedBy: string
}

type Asked = 'return' | 'unreview' | 'discard' | 'reverse'

/** What may be done with a voucher as it stands, by whoever looks at it; the server decides again. */
export function VoucherActions({ head, onReversed }: { head: VoucherHead; onReversed: (voucher: string) => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const session = useSession()
  const addressOf = useAddress()
  const { isHistoric } = useWhen()
  const [asked, setAsked] = useState<Asked | null>(null)
  const review = useRequest('review-voucher')
  const post = useRequest('post-voucher')
  const giveBack = useRequest('return-voucher')
  const discard = useRequest('discard-voucher')
  const may = (name: string) => !isHistoric && mayRequest(session, name)
  const { voucher, state } = head
  const isOwn = head.preparedBy === session.user || head.amendedBy === session.user
  const { current } = useWhere()
  const month = head.date.slice(0, 7)
  const earliest = openMonths(current ?? {})[0]
  const correctionDate = lastDay(earliest && earliest > month ? earliest : month)
  const isOpen = state === 'prepared' || state === 'returned' || state === 'reviewed'

  const doIt = async (request: typeof review, done: string, reason?: string) => {
    try {
      await request.send({ voucher, ...(reason ? { reason } : {}) })
      setAsked(null)
      void message.success(t(`entry:${done}`))
    } catch (error) {
      if (!isProblem(error)) throw error
      if (reason === undefined) void message.error(problemText(error, key => t(`frame:${key}`)))
    }
  }

  return (
    <>
      {state === 'prepared' && may('review-voucher') && !isOwn && (
        <Button type="primary" loading={review.isSending} onClick={() => void doIt(review, 'done.reviewed')}>
          {t('entry:review')}
        </Button>
      )}
      {state === 'reviewed' && may('post-voucher') && (
        <Button type="primary" loading={post.isSending} onClick={() => void doIt(post, 'done.posted')}>
          {t('entry:post')}
        </Button>
      )}
      {state === 'reviewed' && may('return-voucher') && <Button onClick={() => setAsked('unreview')}>{t('entry:unreview')}</Button>}
      {state === 'prepared' && may('return-voucher') && !isOwn && <Button onClick={() => setAsked('return')}>{t('entry:return')}</Button>}
      {isOpen && may('discard-voucher') && <Button onClick={() => setAsked('discard')}>{t('entry:discard')}</Button>}
      {state === 'posted' && may('reverse-voucher') && !head.reversedBy && head.kind !== 'reversal' && <Button onClick={() => setAsked('reverse')}>{t('entry:reverse')}</Button>}
      {state === 'posted' && may('correct-voucher') && !head.reversedBy && !head.correctedBy && head.kind !== 'reversal' && (
        <Link to={addressOf(`/tasks/correct-voucher?voucher=${encodeURIComponent(voucher)}&date=${correctionDate}`, { month })} className="vl-link-button">
          {t('entry:correct')}
        </Link>
      )}
      {may('prepare-voucher') && (
        <Link to={addressOf(`/vouchers/new?copy=${encodeURIComponent(voucher)}`)} className="vl-link-button">
          <CopyOutlined /> {t('entry:copy')}
        </Link>
      )}
      <a href={serverAddress('/print/voucher', { voucher, format: 'pdf' })} target="_blank" rel="noreferrer" className="vl-link-button">
        <PrinterOutlined /> {t('entry:print')}
      </a>
      {(asked === 'return' || asked === 'unreview') && (
        <ReasonDialog
          title={t(`entry:${asked}-title`)}
          okText={t(`entry:${asked}`)}
          what={t(`entry:${asked}-what`)}
          isBusy={giveBack.isSending}
          problem={giveBack.problem}
          onCancel={() => setAsked(null)}
          onDone={reason => void doIt(giveBack, asked === 'return' ? 'done.returned' : 'done.unreviewed', reason)}
        />
      )}
      {asked === 'discard' && (
        <ReasonDialog
          title={t('entry:discard-title')}
          okText={t('entry:discard')}
          what={t('entry:discard-what')}
          isDanger
          isBusy={discard.isSending}
          problem={discard.problem}
          onCancel={() => setAsked(null)}
          onDone={reason => void doIt(discard, 'done.discarded', reason)}
        />
      )}
      {asked === 'reverse' && <ReverseDialog head={head} onCancel={() => setAsked(null)} onDone={onReversed} />}
    </>
  )
}
