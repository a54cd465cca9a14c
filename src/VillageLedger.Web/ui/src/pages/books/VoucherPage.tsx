import { EditOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { mayRequest, useReport, useSession } from '../../api'
import { Later, Page, ProblemNote, useAddress, useWhen } from '../../frame'
import { VoucherActions } from '../entry/voucher/VoucherActions'
import '../entry/entry.css'
import { AskQuestion } from '../../questions'
import './books.css'
import { FactDrawer } from './FactDrawer'
import { voucherPath } from './links'
import { paperOf, type Paper } from './paper'
import { VoucherForm } from './VoucherForm'
import { VoucherWays } from './VoucherWays'

/** One voucher as the paper form, whatever its stage; from here to its accounts, to what takes it back, and to what was recorded. */
export default function VoucherPage() {
  const { t } = useTranslation('books')
  const { id = '' } = useParams()
  const { at, isHistoric } = useWhen()
  const session = useSession()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const report = useReport('voucher', { voucher: id, ...(at === undefined ? {} : { at }) }, { keepsFigures: false })
  const [fact, setFact] = useState<number | null>(null)
  if (report.error) return <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
  if (!report.data)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Later>
    )
  const paper = paperOf(report.data)
  const isOpen = paper.state === 'prepared' || paper.state === 'returned'
  return (
    <Page
      title={
        <>
          {t('voucher')} {paper.numberText} <Tag>{paper.stateText}</Tag>
        </>
      }
      actions={
        <>
          {isOpen && !isHistoric && mayRequest(session, 'amend-voucher') && (
            <Link to={addressOf(`${voucherPath(paper.id)}/amend`)} className="vl-link-button">
              <EditOutlined /> {t('amend')}
            </Link>
          )}
          <VoucherActions head={{ ...paper, voucher: paper.id, number: paper.number }} onReversed={other => void navigate(addressOf(voucherPath(other)))} />
          <AskQuestion subject={{ owner: paper.owner, voucher: id, title: `${t('voucher')} ${paper.numberText}` }} />
        </>
      }
    >
      <Links paper={paper} />
      <VoucherForm paper={paper} />
      {paper.position !== null && (
        <p>
          <Button onClick={() => setFact(paper.position)}>{t('as-recorded', { position: paper.position })}</Button>
        </p>
      )}
      <FactDrawer position={fact} onClose={() => setFact(null)} />
    </Page>
  )
}

/** What it takes back or corrects, and what does so to it; why it came back. */
function Links({ paper }: { paper: Paper }) {
  const { t } = useTranslation('books')
  if (!Object.values(paper.links).some(Boolean) && !paper.reason) return null
  return (
    <div className="vl-notes">
      {paper.reason && <p>{t('voucher-reason', { reason: paper.reason })}</p>}
      <VoucherWays links={paper.links} />
    </div>
  )
}
