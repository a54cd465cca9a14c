import { DiffOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { rowKeys, useReport, type Figure, type Query, type ReportDefinition, type ReportView } from '../../api'
import { Empty, Later, Page, periodText, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { ReportTable } from '../../tables'
import { Head, Notes } from './Beside'
import { Comparison } from './Comparison'
import { Related } from './Related'
import { useDifferencesFromNow } from './differences'
import { ExplainDrawer } from './ExplainDrawer'
import { FactDrawer } from './FactDrawer'
import { useCells, voucherPath } from './links'
import { cell, hasFigures, hiddenOf, rowClassOf } from './looks'

interface Props {
  definition: ReportDefinition
  title: string
  options: Query
  /** Everything that is needed was chosen. */
  isAsked: boolean
  children: ReactNode
}

/** A report's figures; what of them is open (a figure, a record, another moment) stands in the address. */
export function Figured({ definition, title, options, isAsked, children }: Props) {
  const { t, i18n } = useTranslation('books')
  const { name } = definition
  const where = useWhere()
  const when = useWhen()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const [search, setSearch] = useSearchParams()
  const isCompared = search.has('compare')
  const report = useReport(name, options, { enabled: isAsked && !isCompared })
  const view = report.data
  const cells = useCells(view)
  const marks = useDifferencesFromNow(name, options, when.isHistoric && isAsked && !isCompared && hasFigures(name))
  const figure = useMemo<Figure | null>(() => (search.has('row') && search.has('column') ? { row: search.get('row')!, column: search.get('column')! } : null), [search])
  const fact = search.has('fact') ? Number(search.get('fact')) : null

  const open = (words: Record<string, string | number | undefined>) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      for (const [word, value] of Object.entries(words)) {
        if (value === undefined) after.delete(word)
        else after.set(word, String(value))
      }
      return after
    })

  // A line of a ledger is one voucher: its figure leads there at once.
  const onFigure = (row: string, column: string) => {
    const voucher = view && voucherOfLine(view, row)
    if (voucher) void navigate(addressOf(voucherPath(voucher)))
    else open({ row, column })
  }

  return (
    <Page
      title={title}
      subject={`${where.name} · ${periodText(typeof options['year'] === 'string' ? { kind: 'year', year: options['year'] } : when.period, i18n.language)}`}
      actions={
        isAsked &&
        hasFigures(name) && !isCompared && (
          <Button icon={<DiffOutlined />} onClick={() => open({ compare: '' })}>
            {t('compare')}
          </Button>
        )
      }
    >
      <Related name={name} options={options} />
      {children}
      {isAsked && isCompared && (
        <Comparison
          name={name}
          options={options}
          from={search.get('compare') ? Number(search.get('compare')) : undefined}
          at={when.at}
          onFrom={position => open({ compare: position })}
          onFact={position => open({ fact: position })}
          onClose={() => open({ compare: undefined })}
        />
      )}
      {isAsked && !isCompared && report.error && <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />}
      {isAsked && !isCompared && !report.error && !view && (
        <Later>
          <Skeleton active paragraph={{ rows: 10 }} />
        </Later>
      )}
      {isAsked && !isCompared && !report.error && view && (
        <>
          <Head view={view} />
          <ReportTable
            view={view}
            options={options}
            hidden={hiddenOf(name)}
            cells={cells}
            marks={marks}
            isStale={report.isPlaceholderData}
            rowClass={row => rowClassOf(view.columns, row)}
            onFigure={hasFigures(name) ? onFigure : undefined}
            isFigure={(column, row) => (column.kind === 'fen' || column.kind === 'quantity') && cell(view.columns, row, 'style') !== 'heading'}
            empty={<Empty text={t('report-empty')} />}
          />
          <Notes view={view} />
          <ExplainDrawer view={view} options={options} figure={figure} onClose={() => open({ row: undefined, column: undefined })} onFact={position => open({ fact: position })} />
        </>
      )}
      <FactDrawer position={fact} onClose={() => open({ fact: undefined })} />
    </Page>
  )
}

function voucherOfLine(view: ReportView, key: string): string | null {
  const cells = view.rows[rowKeys(view).indexOf(key)]
  if (!cells) return null
  const row = { key, cells }
  const voucher = cell(view.columns, row, 'voucher')
  return cell(view.columns, row, 'entry') === 'line' && typeof voucher === 'string' ? voucher : null
}
