import { Skeleton, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { mayRequest, nameOf, useCalled, useSession, useStream, type Cell } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress, useWhen } from '../../frame'
import { yuan } from '../../money'
import { RequestButton } from '../../requests'
import { ReportTable } from '../../tables'
import { Act, Ask } from './acts'
import { DateField, fenOf, MoneyField, TextField, typed } from './fields'
import { tableOf } from './made'
import { SectionHead } from './Section'
import { Split } from './Split'
import { paidOf, ventureOf, type Allocation } from './venture'
import './ventures.css'

/** One allocation: its split, who confirms, who has been paid. */
export default function AllocationPage() {
  const { t } = useTranslation('ventures')
  const { id = '', allocation: name = '' } = useParams()
  const when = useWhen()
  const addressOf = useAddress()
  const stream = useStream('venture', id, when.at)
  const venture = ventureOf(stream.data?.facts ?? [])
  const allocation = venture?.allocations.find(one => one.allocation === name)
  if (stream.error) return <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
  if (stream.isPending)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 10 }} />
      </Later>
    )
  const names = stream.data?.names
  return (
    <Page
      title={allocation ? t('allocation-of', { month: allocation.month }) : t('allocation')}
      subject={
        <>
          <Link to={addressOf(`/ventures/${id}`)}>{venture?.name ?? id}</Link> › <Link to={addressOf(`/ventures/${id}/allocations`)}>{t('allocations')}</Link>
        </>
      }
      actions={allocation && !when.isHistoric && <Actions allocation={allocation} />}
    >
      {!allocation ? (
        <Empty text={t('allocation-none')} />
      ) : (
        <>
          <StageNote allocation={allocation} />
          <Head allocation={allocation} names={names} />
          <Split venture={id} allocation={allocation} names={names} rowActions={when.isHistoric ? undefined : row => <Pay allocation={allocation} holder={row.key} name={nameOf(names, row.key)} />} />
          {allocation.payments.length > 0 && <Payments allocation={allocation} names={names} />}
        </>
      )}
    </Page>
  )
}

function StageNote({ allocation }: { allocation: Allocation }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const called = useCalled()
  if (allocation.stage === 'prepared')
    return (
      <p className="vl-waits" role="status">
        {t(allocation.allocatedBy === session.user ? 'waits-for-other' : 'waits-for-confirmation', { month: allocation.month, by: called(allocation.allocatedBy) })}
      </p>
    )
  if (allocation.stage === 'reversed')
    return (
      <p className="vl-waits" role="status">
        {t('is-reversed', { by: called(allocation.reversedBy), reason: allocation.reason ?? t('no-reason') })}
      </p>
    )
  return null
}

function Head({ allocation, names }: { allocation: Allocation; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const called = useCalled()
  const lines: [string, React.ReactNode][] = [
    [t('stage'), <Tag key="stage">{t(`stage.${allocation.stage}`)}</Tag>],
    [t('total'), <strong key="total">{t('amount-yuan', { amount: yuan(allocation.totalFen) })}</strong>],
    [t('policy'), t(`policy.${allocation.policy}`)],
    [t('voucher-date'), allocation.date],
    [t('allocated-by'), called(allocation.allocatedBy)],
    [t('confirmed-by'), called(allocation.confirmedBy) || '—'],
  ]
  if (allocation.retainedFen) lines.push([t('retained'), yuan(allocation.retainedFen)])
  if (allocation.topUpFen) lines.push([t('top-up-by', { name: nameOf(names, allocation.guarantor ?? '') }), yuan(allocation.topUpFen)])
  if (allocation.receivedFen) lines.push([t('received-with'), yuan(allocation.receivedFen)])
  if (allocation.supplements) lines.push([t('supplements'), allocation.supplements])
  return (
    <dl className="vl-facts">
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Actions({ allocation }: { allocation: Allocation }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const isMine = allocation.allocatedBy.toLowerCase() === session.user.toLowerCase()
  return (
    <>
      {allocation.stage === 'prepared' && !isMine && mayRequest(session, 'confirm-allocation') && (
        <Act request="confirm-allocation" fields={{ allocation: allocation.allocation }} label={t('confirm')} done={t('confirmed')} type="primary" />
      )}
      {allocation.stage !== 'reversed' && mayRequest(session, 'reverse-allocation') && (
        <Ask<{ reason?: string; date?: string }>
          request="reverse-allocation"
          label={t('reverse')}
          title={t('reverse-title', { month: allocation.month })}
          done={t('reversed')}
          danger
          initial={{ date: allocation.date }}
          refusals={{ 'book-month-closed': 'date', 'month-not-yet-open': 'date', 'reversal-before-original': 'date' }}
          fields={({ reason, date }) => ({ allocation: allocation.allocation, ...(reason?.trim() ? { reason: reason.trim() } : {}), ...(date ? { date } : {}) })}
        >
          <p className="vl-quiet">{t('reverse-what')}</p>
          <TextField name="reason" label={t('reason')} max={100} optional />
          <DateField name="date" label={t('voucher-date')} optional />
        </Ask>
      )}
    </>
  )
}

/** What was paid so far; what the bank sent back is taken off again. */
function Payments({ allocation, names }: { allocation: Allocation; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const { isHistoric } = useWhen()
  const view = tableOf(
    t('payments-of-part'),
    [
      { name: 'payment', heading: t('payments-of-part'), isKey: true, isShown: false },
      { name: 'date', heading: t('payment-date') },
      { name: 'holder', heading: t('holder') },
      { name: 'amount', heading: t('amount'), kind: 'fen' },
      { name: 'reference', heading: t('bank-reference') },
    ],
    allocation.payments.map((one): Cell[] => [one.payment, one.date, nameOf(names, one.holder), one.amountFen, one.reference]),
    null,
  )
  return (
    <section className="vl-section" aria-label={t('payments-of-part')}>
      <SectionHead title={t('payments-of-part')} />
      <ReportTable view={view} actionsWidth={190} rowActions={isHistoric ? undefined : row => <RequestButton request="return-allocation-payment" given={{ payment: row.key }} size="small" />} />
    </section>
  )
}

interface Payment {
  date: string
  amount: string
  bankAccount: string
  reference: string
}

function Pay({ allocation, holder, name }: { allocation: Allocation; holder: string; name: string }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  if (!mayRequest(session, 'pay-allocation')) return null
  const part = allocation.parts.find(one => one.holder === holder)
  const left = (part?.partFen ?? 0) - paidOf(allocation, holder)
  return (
    <Ask<Payment>
      request="pay-allocation"
      label={t('pay')}
      title={t('pay-to', { name })}
      done={t('payment-recorded', { name })}
      size="small"
      initial={{ amount: typed(left), date: allocation.date }}
      refusals={{ 'payment-beyond-part': 'amount', 'payment-twice': 'reference', 'payment-before-allocation': 'date', 'book-month-closed': 'date', 'month-not-yet-open': 'date' }}
      fields={entered => ({ allocation: allocation.allocation, holder, date: entered.date, amountFen: fenOf(entered.amount), bankAccount: entered.bankAccount.trim(), reference: entered.reference.trim() })}
    >
      <MoneyField name="amount" label={t('amount')} extra={t('unpaid-is', { amount: yuan(left) })} allowsNegative={left < 0} />
      <DateField name="date" label={t('payment-date')} />
      <TextField name="bankAccount" label={t('bank-account')} max={64} />
      <TextField name="reference" label={t('bank-reference')} max={64} />
    </Ask>
  )
}
