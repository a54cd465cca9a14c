import { Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useReport, useSession } from '../../api'
import { Empty, Later, monthText, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import VillagesClosing from '../township/VillagesClosing'
import './books.css'
import { CheckList } from './CheckList'
import type { Check } from './checks'
import { wayOf } from './checks'
import { CloseMonth } from './CloseMonth'
import { YearEnd } from './YearEnd'
import { cell } from './looks'

/** The end of a month, and of a year: what is to be done before, each with the way there, and the button that closes. */
export default function ClosingPage() {
  const { t, i18n } = useTranslation('books')
  const where = useWhere()
  const { month } = useWhen()
  if (!where.owner) return <VillagesClosing />
  return (
    <Page title={t('closing-of', { month: monthText(month, i18n.language) })} subject={where.current?.closedThrough ? t('closed-through', { name: where.name, month: monthText(where.current.closedThrough, i18n.language) }) : t('closed-none', { name: where.name })}>
      <Checks owner={where.owner} month={month} closedThrough={where.current?.closedThrough} />
    </Page>
  )
}

function Checks({ owner, month, closedThrough }: { owner: string; month: string; closedThrough?: string }) {
  const { t, i18n } = useTranslation('books')
  const session = useSession()
  const addressOf = useAddress()
  const { at, isHistoric } = useWhen()
  const isClosed = closedThrough !== undefined && month <= closedThrough
  const report = useReport('month-check', { book: owner, month, ...(at === undefined ? {} : { at }) }, { enabled: !isClosed })
  if (isClosed) {
    const next = dayjs(closedThrough).add(1, 'month').format('YYYY-MM')
    return (
      <Empty text={t('month-is-closed', { month: monthText(month, i18n.language) })}>
        <Link to={addressOf('/closing', { month: next })}>{t('close-next', { month: monthText(next, i18n.language) })}</Link>
      </Empty>
    )
  }
  if (report.error) return <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
  const view = report.data
  if (!view)
    return (
      <Later>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Later>
    )
  const checks = view.rows.map((cells): Check => {
    const at = (name: string) => String(cell(view.columns, { key: '', cells }, name) ?? '')
    return {
      check: at('check'),
      name: view.words['check']?.[at('check')] ?? at('check'),
      state: at('state') as Check['state'],
      stateText: view.words['state']?.[at('state')] ?? at('state'),
      detail: at('detail'),
      way: at('state') === 'ok' ? undefined : wayOf(at('check'), session.reports, request => !isHistoric && mayRequest(session, request)),
    }
  })
  return (
    <>
      <CheckList checks={checks} closedThrough={closedThrough} />
      {!isHistoric && mayRequest(session, 'close-month') && <CloseMonth owner={owner} month={month} stops={checks.filter(one => one.state === 'stops').length} />}
      {!isHistoric && month.endsWith('-12') && mayRequest(session, 'propose-closing') && <YearEnd owner={owner} year={Number(month.slice(0, 4))} />}
    </>
  )
}
