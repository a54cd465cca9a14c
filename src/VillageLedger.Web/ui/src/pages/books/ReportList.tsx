import { Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useReportList, type ReportDefinition } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress } from '../../frame'

/** Subjects in the order that people look for them; what no subject names stands last. */
const subjects: [string, string[]][] = [
  ['ledgers', ['trial-balance', 'general-ledger', 'detail-ledger', 'cash-journal', 'bank-journal', 'multi-column-ledger', 'quantity-ledger', 'voucher-list', 'voucher-summary']],
  ['statements', ['balance-sheet', 'income-statement', 'statement-notes', 'receipts-and-payments', 'month-check', 'corrections', 'conversion']],
  ['parties', ['party-balances', 'party-ledger', 'claims', 'contracts', 'contract-schedule', 'arrears', 'expiring-contracts']],
  ['money', ['bank-reconciliation', 'bank-statement', 'cash-counts', 'forms', 'attachments', 'funds', 'asset-cards', 'depreciation', 'asset-counts', 'resources']],
  ['ventures', ['shares', 'contributions', 'allocation', 'venture-balances', 'venture-operation', 'holdings', 'dividends', 'distributable', 'company-revenue', 'managers']],
  ['places', ['operating-income', 'income-comparison', 'village-statistics', 'income-by-chart', 'consolidated', 'thresholds', 'weak-villages']],
]
/** A voucher has a page of its own. */
const elsewhere = new Set(['voucher'])

/** All reports that this person may see, by subject. */
export default function ReportList() {
  const { t } = useTranslation('books')
  const list = useReportList()
  const [typed, setTyped] = useState('')
  const addressOf = useAddress()
  if (list.error) return <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
  const found = list.data?.filter(one => !elsewhere.has(one.name) && `${one.title} ${one.name}`.toLowerCase().includes(typed.trim().toLowerCase()))
  return (
    <Page title={t('all-reports')}>
      <Input className="vl-filter" aria-label={t('find-report')} placeholder={t('find-report')} allowClear value={typed} onChange={event => setTyped(event.target.value)} />
      {found ? (
        <div className="vl-start">
          {bySubject(found).map(([subject, reports]) => (
            <section key={subject} aria-labelledby={`subject-${subject}`}>
              <h2 id={`subject-${subject}`}>{t(`subject.${subject}`)}</h2>
              <ul>
                {reports.map(one => (
                  <li key={one.name}>
                    <Link to={addressOf(`/reports/${one.name}`)}>{one.title}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ) : (
        <Later>
          <Skeleton active />
        </Later>
      )}
      {found?.length === 0 && <Empty text={t('report-not-found')} />}
    </Page>
  )
}

export function bySubject(reports: ReportDefinition[]): [string, ReportDefinition[]][] {
  const named = new Set(subjects.flatMap(([, names]) => names))
  const groups = subjects.map(([subject, names]): [string, ReportDefinition[]] => [subject, names.flatMap(name => reports.filter(one => one.name === name))])
  return [...groups, ['others', reports.filter(one => !named.has(one.name))] as [string, ReportDefinition[]]].filter(([, some]) => some.length > 0)
}
