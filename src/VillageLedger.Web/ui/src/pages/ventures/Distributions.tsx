import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useReport, useSession, type Cell, type ReportView } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { cellOf, ReportTable } from '../../tables'
import { at } from './figures'
import { tableOf } from './made'
import { Section } from './Section'
import './ventures.css'

/** What a company or a cooperative declared, and what it got of others' dividends. */
export default function Distributions() {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const when = useWhen()
  const where = useWhere()
  const addressOf = useAddress()
  const payer = where.owner?.startsWith('company/') || where.owner?.startsWith('village/') ? where.owner : undefined
  const options = { payer, at: when.at }
  const report = useReport('dividends', options, { enabled: payer !== undefined })
  const propose = payer && !when.isHistoric && mayRequest(session, 'propose-dividend') && (
    <Link to={addressOf('/distributions/new')}>
      <Button type="primary">{t('propose')}</Button>
    </Link>
  )
  return (
    <Page title={t('distributions')} subject={where.name} actions={propose}>
      {!payer && <Empty text={t('distributions-where')} />}
      {report.error && <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />}
      {payer && report.isPending && (
        <Later>
          <Skeleton active paragraph={{ rows: 5 }} />
        </Later>
      )}
      {payer && (
        <div className="vl-sections">
          {report.data && (
            <section className="vl-section" aria-label={t('declared-by', { name: where.name })}>
              <h2>{t('declared-by', { name: where.name })}</h2>
              {report.data.rows.length === 0 ? <Empty text={t('distributions-empty')}>{propose}</Empty> : <DividendTable view={report.data} />}
            </section>
          )}
          <Section name="dividends" options={{ holder: payer, at: when.at }} title={t('received-by', { name: where.name })} empty={t('received-empty')} hidden={['holder', 'name', 'weight', 'proposedFen', 'payer']} />
        </div>
      )}
    </Page>
  )
}

function DividendTable({ view }: { view: ReportView }) {
  const { t } = useTranslation('ventures')
  const addressOf = useAddress()
  const all = new Map<string, { year: Cell; state: Cell; proposed: Cell; declared: number; paid: number; unpaid: number; payBy: Cell; overdue: boolean }>()
  for (const row of view.rows) {
    const id = String(at(view, row, 'dividend'))
    const one = all.get(id) ?? { year: at(view, row, 'year'), state: at(view, row, 'state'), proposed: at(view, row, 'proposedFen'), declared: 0, paid: 0, unpaid: 0, payBy: at(view, row, 'payBy'), overdue: false }
    one.declared += Number(at(view, row, 'declaredFen') ?? 0)
    one.paid += Number(at(view, row, 'paidFen') ?? 0)
    one.unpaid += Number(at(view, row, 'unpaidFen') ?? 0)
    one.overdue ||= at(view, row, 'overdue') === true
    all.set(id, one)
  }
  const made = tableOf(
    t('distributions'),
    [
      { name: 'dividend', heading: t('dividend-id'), isKey: true },
      { name: 'year', heading: t('of-year') },
      { name: 'state', heading: t('stage'), kind: 'word' },
      { name: 'proposed', heading: t('proposed-sum'), kind: 'fen' },
      { name: 'declared', heading: t('declared'), kind: 'fen' },
      { name: 'paid', heading: t('paid'), kind: 'fen' },
      { name: 'unpaid', heading: t('unpaid'), kind: 'fen' },
      { name: 'payBy', heading: t('pay-by') },
      { name: 'overdue', heading: t('overdue'), kind: 'flag' },
    ],
    [...all].map(([id, one]): Cell[] => [id, String(one.year), one.state, one.proposed, one.declared, one.paid, one.unpaid, one.payBy, one.overdue]),
    null,
    { state: view.words['state'] ?? {} },
  )
  return <ReportTable view={made} cells={{ dividend: (row, text) => <Link to={addressOf(`/distributions/${encodeURIComponent(String(cellOf(made.columns, row, 'dividend')))}`)}>{text}</Link> }} />
}
