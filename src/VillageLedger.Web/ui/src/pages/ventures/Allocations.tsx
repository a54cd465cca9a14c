import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isProblem, mayRequest, useCalled, useSession, useStream, type Cell } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress, useWhen } from '../../frame'
import { cellOf, ReportTable } from '../../tables'
import { Deviation } from './Deviation'
import { tableOf } from './made'
import { unpaidOf, ventureOf, type Allocation } from './venture'
import './ventures.css'

/** All allocations of a venture, those that wait for a second person first said; and how the year stands to what was expected. */
export default function Allocations() {
  const { t } = useTranslation('ventures')
  const { id = '' } = useParams()
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const stream = useStream('venture', id, when.at)
  const venture = ventureOf(stream.data?.facts ?? [])
  const isNone = isProblem(stream.error) && stream.error.status === 404
  if (stream.error && !isNone) return <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
  const all = (venture?.allocations ?? []).toReversed()
  const waiting = all.filter(one => one.stage === 'prepared')
  const mayEnter = !when.isHistoric && mayRequest(session, 'allocate-income') && venture?.form !== 'company'
  const enter = mayEnter && (
    <Link to={addressOf(`/ventures/${id}/allocations/new`)}>
      <Button type="primary">{t('allocate')}</Button>
    </Link>
  )
  return (
    <Page title={t('allocations')} subject={<Link to={addressOf(`/ventures/${id}`)}>{venture?.name ?? id}</Link>} actions={enter}>
      {stream.isPending && (
        <Later>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Later>
      )}
      {isNone && <Empty text={t(when.isHistoric ? 'venture-not-yet' : 'venture-none')} />}
      {venture?.form === 'company' && <p className="vl-waits">{t('allocate-company')}</p>}
      {waiting.length > 0 && <Waiting venture={id} waiting={waiting} />}
      {venture && (
        <div className="vl-sections">
          <Deviation venture={id} />
          <section className="vl-section" aria-label={t('allocations-all')}>
            <h2>{t('allocations-all')}</h2>
            {all.length === 0 ? <Empty text={t('allocations-empty')}>{enter}</Empty> : <AllocationTable venture={id} all={all} />}
          </section>
        </div>
      )}
    </Page>
  )
}

/** Who made an allocation sees that another person must confirm it; everybody else is led there. */
function Waiting({ venture, waiting }: { venture: string; waiting: Allocation[] }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const called = useCalled()
  const addressOf = useAddress()
  return (
    <div className="vl-waits" role="status">
      {waiting.map(one => (
        <div key={one.allocation}>
          {t(one.allocatedBy === session.user ? 'waits-for-other' : 'waits-for-confirmation', { month: one.month, by: called(one.allocatedBy) })}{' '}
          <Link to={addressOf(`/ventures/${venture}/allocations/${encodeURIComponent(one.allocation)}`)}>{t('open')}</Link>
        </div>
      ))}
    </div>
  )
}

function AllocationTable({ venture, all }: { venture: string; all: Allocation[] }) {
  const { t } = useTranslation('ventures')
  const addressOf = useAddress()
  const stages = Object.fromEntries(['prepared', 'confirmed', 'reversed', 'paid'].map(stage => [stage, t(`stage.${stage}`)]))
  const view = tableOf(
    t('allocations-all'),
    [
      { name: 'month', heading: t('income-month') },
      { name: 'stage', heading: t('stage'), kind: 'word' },
      { name: 'policy', heading: t('policy'), kind: 'word' },
      { name: 'total', heading: t('total'), kind: 'fen' },
      { name: 'retained', heading: t('retained'), kind: 'fen' },
      { name: 'unpaid', heading: t('unpaid'), kind: 'fen' },
      { name: 'by', heading: t('allocated-by') },
      { name: 'confirmedBy', heading: t('confirmed-by') },
      { name: 'id', heading: t('allocation-id'), isKey: true, isShown: false },
    ],
    all.map((one): Cell[] => [
      one.month,
      one.stage === 'confirmed' && unpaidOf(one) === 0 ? 'paid' : one.stage,
      one.policy,
      one.totalFen,
      one.retainedFen,
      one.stage === 'confirmed' ? unpaidOf(one) : null,
      one.allocatedBy,
      one.confirmedBy ?? null,
      one.allocation,
    ]),
    null,
    { stage: stages, policy: Object.fromEntries(all.map(one => [one.policy, t(`policy.${one.policy}`)])) },
  )
  const link = (allocation: unknown, text: string) => <Link to={addressOf(`/ventures/${venture}/allocations/${encodeURIComponent(String(allocation))}`)}>{text}</Link>
  return <ReportTable view={view} cells={{ month: (row, text) => link(cellOf(view.columns, row, 'id'), text), total: (row, text) => link(cellOf(view.columns, row, 'id'), text) }} />
}
