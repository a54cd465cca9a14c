import { useQueries } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { readReport, reportKey, useReport, type Fields, type ReportView } from '../api'
import { Later, ProblemNote } from '../frame'
import { yuan } from '../money'
import { raisable, totalOf, writtenOff, type WorkingLine } from './working'

/** The amounts of the voucher that a request will make, where it says none itself. */
export function Working({ request, values }: { request: string; values: Fields }) {
  const [book, month] = [String(values['book'] ?? ''), String(values['month'] ?? '')]
  if (request === 'propose-depreciation') return <Depreciation book={book} month={month} />
  if (request === 'propose-receivables') return <Receivables book={book} month={month} />
  return null
}

interface Of {
  book: string
  month: string
}

function Depreciation({ book, month }: Of) {
  const { t } = useTranslation('requests')
  const report = useReport('depreciation', { book, month }, { keepsFigures: false })
  return <Lines title={t('working.depreciation')} lines={report.data && writtenOff(report.data)} problem={report.error} />
}

function Receivables({ book, month }: Of) {
  const { t } = useTranslation('requests')
  const contracts = useReport('contracts', { book, month }, { keepsFigures: false })
  const asked = receivableContracts(contracts.data)
  const schedules = useQueries({
    queries: asked.map(({ contract }) => {
      const options = { book, contract }
      return { queryKey: reportKey('contract-schedule', options), queryFn: ({ signal }: { signal: AbortSignal }) => readReport('contract-schedule', options, signal) }
    }),
  })
  const isRead = contracts.data !== undefined && schedules.every(one => one.data)
  const lines = isRead ? schedules.flatMap((one, i) => raisable(one.data!, month, asked[i]!.label)) : undefined
  return <Lines title={t('working.receivables')} lines={lines} problem={contracts.error ?? schedules.find(one => one.error)?.error} />
}

function receivableContracts(view: ReportView | undefined): { contract: string; label: string }[] {
  if (!view) return []
  const at = (name: string) => view.columns.findIndex(column => column.name === name)
  const rows = view.rows.filter(row => row[at('direction')] === 'receivable')
  return rows.map(row => ({ contract: String(row[at('contract')]), label: [row[at('contract')], row[at('name')], row[at('subject')]].filter(Boolean).join(' ') }))
}

function Lines({ title, lines, problem }: { title: string; lines?: WorkingLine[]; problem: unknown }) {
  const { t } = useTranslation('requests')
  if (problem) return <ProblemNote problem={problem} />
  if (!lines)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 3 }} />
      </Later>
    )
  if (lines.length === 0) return <p className="vl-quiet">{t('working.none')}</p>
  const total = totalOf(lines)
  const hasDue = lines.some(line => line.due)
  return (
    <table className="vl-request-working">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('working.of')}</th>
          {hasDue && <th scope="col">{t('working.due')}</th>}
          <th scope="col" data-number>
            {t('working.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={`${line.label} ${line.due ?? ''}`}>
            <td>{line.label}</td>
            {hasDue && <td>{line.due}</td>}
            <td data-number>{yuan(line.fen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={hasDue ? 2 : 1}>
            {t('working.total')}
          </th>
          <td data-number>{total === undefined ? '—' : yuan(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
