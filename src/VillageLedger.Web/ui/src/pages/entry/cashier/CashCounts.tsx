import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useReport, useSession } from '../../../api'
import { Empty, Later, ProblemNote, useAddress, useWhen } from '../../../frame'
import { ReportTable } from '../../../tables'
import { today } from '../claims/today'
import { RequestDialog } from '../RequestDialog'

/** 现金盘点: counts beside what the books said, and a new one. */
export function CashCounts({ owner }: { owner: string }) {
  const { t } = useTranslation('entry')
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const options = { book: owner, at: when.options.at }
  const report = useReport('cash-counts', options)
  const [isCounting, setCounting] = useState(false)
  const may = !when.isHistoric && mayRequest(session, 'count-cash')
  const start = may && (
    <Button type="primary" onClick={() => setCounting(true)}>
      {t('count-new')}
    </Button>
  )
  return (
    <div className="vl-column">
      <div className="vl-month-tools">{start}</div>
      {report.error && <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />}
      {report.data ? (
        <ReportTable view={report.data} options={options} empty={<Empty text={t('count-none')} />} cells={{ voucher: (_, text) => text && <Link to={addressOf(`/vouchers/${encodeURIComponent(text)}`)}>{text}</Link> }} />
      ) : (
        !report.error && <Later><Skeleton active /></Later>
      )}
      {isCounting && (
        <RequestDialog
          request="count-cash"
          title={t('count-new')}
          owner={owner}
          given={{ owner }}
          done={t('count-done')}
          onClose={() => setCounting(false)}
          specs={[
            { name: 'account', label: 'form.cash-account', kind: 'choice', from: 'cash', isNeeded: true },
            { name: 'date', label: 'date', kind: 'date', isNeeded: true, initial: today() },
            { name: 'countedFen', label: 'form.counted', kind: 'amount', isNeeded: true },
            { name: 'witnesses', label: 'form.witnesses', kind: 'list', isNeeded: true, what: 'form.witnesses-what' },
            { name: 'suspense', label: 'form.suspense', kind: 'choice', from: 'accounts', what: 'form.suspense-what' },
          ]}
        />
      )}
    </div>
  )
}
