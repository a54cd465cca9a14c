import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRequest, useReport, useSession } from '../../../api'
import { Empty, Later, ProblemNote, useWhen } from '../../../frame'
import { ReportTable } from '../../../tables'
import { today } from '../claims/today'
import { RequestDialog } from '../RequestDialog'
import type { FieldSpec } from '../requestForm'

const series: FieldSpec = { name: 'series', label: 'form.series', kind: 'text', isNeeded: true }
const range: FieldSpec[] = [
  { name: 'first', label: 'form.first', kind: 'whole', isNeeded: true },
  { name: 'last', label: 'form.last', kind: 'whole', isNeeded: true },
]
const number: FieldSpec = { name: 'number', label: 'form.form-number', kind: 'whole', isNeeded: true }

function specsOf(): Record<string, FieldSpec[]> {
  const date: FieldSpec = { name: 'date', label: 'date', kind: 'date', isNeeded: true, initial: today() }
  return {
    'register-forms': [series, ...range, { name: 'kind', label: 'form.form-kind', kind: 'select', words: ['receipt', 'cheque'], prefix: 'form-kind', initial: 'receipt', isNeeded: true }, { name: 'bankAccount', label: 'form.cheque-bank', kind: 'text' }],
    'issue-forms': [series, ...range, { name: 'user', label: 'form.user', kind: 'text', isNeeded: true }, date],
    'use-form': [series, number, date, { name: 'amountFen', label: 'claim-amount', kind: 'amount', isNeeded: true }, { name: 'voucher', label: 'form.voucher', kind: 'text' }],
    'void-form': [series, number, date, { name: 'reason', label: 'reason-optional', kind: 'text' }],
    'settle-forms': [series, ...range, date],
  }
}

/** 票据登记簿: numbered receipts and cheques. */
export function FormBook({ owner }: { owner: string }) {
  const { t } = useTranslation('entry')
  const session = useSession()
  const when = useWhen()
  const options = { book: owner, at: when.options.at }
  const report = useReport('forms', options)
  const [asked, setAsked] = useState<string | null>(null)
  const specs = specsOf()
  return (
    <div className="vl-column">
      <div className="vl-month-tools">
        {Object.keys(specs)
          .filter(name => !when.isHistoric && mayRequest(session, name))
          .map((name, i) => (
            <Button key={name} type={i === 0 ? 'primary' : 'default'} onClick={() => setAsked(name)}>
              {t(name)}
            </Button>
          ))}
      </div>
      {report.error && <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />}
      {report.data ? <ReportTable view={report.data} options={options} empty={<Empty text={t('forms-none')} />} /> : !report.error && <Later><Skeleton active /></Later>}
      {asked && <RequestDialog key={asked} request={asked} title={t(asked)} owner={owner} given={{ owner }} specs={specs[asked]!} done={t('form-done')} onClose={() => setAsked(null)} />}
    </div>
  )
}
