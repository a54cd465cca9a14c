import { App, Button, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, mayRequest, useAccounts, useReport, useRequest, useSession, type ReportView } from '../../../api'
import { Empty, Later, ProblemNote, problemText, useAddress, useWhen } from '../../../frame'
import { ReportTable } from '../../../tables'
import { RequestDialog } from '../RequestDialog'
import { today } from '../claims/today'

const hidden = ['month', 'kind', 'number', 'postedBy', 'cashier', 'reverses', 'reversedBy', 'corrects', 'concernsMonth', 'cause', 'sourceNumber', 'voucher']

/** 出纳签字: vouchers with lines on cash or bank that are not posted and not signed. */
export function Signing({ owner }: { owner: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const options = { book: owner, ...when.options, state: 'unposted' }
  const list = useReport('voucher-list', options)
  const lines = useReport('voucher-list', { ...options, lines: true })
  const accounts = useAccounts(owner)
  const sign = useRequest('sign-voucher')
  const signAll = useRequest('sign-vouchers')
  const [isNaming, setNaming] = useState(false)
  const may = (name: string) => !when.isHistoric && mayRequest(session, name)
  const view = useMemo(() => {
    if (!list.data || !lines.data || !accounts.data) return undefined
    const money = new Set(accounts.data.filter(one => one.role === 'cash' || one.role === 'bank').map(one => one.account))
    return unsigned(list.data, vouchersOn(lines.data, money))
  }, [list.data, lines.data, accounts.data])

  const doIt = async (request: typeof sign, fields: Record<string, unknown>) => {
    try {
      await request.send(fields)
      void message.success(t('entry:signed'))
    } catch (error) {
      if (!isProblem(error)) throw error
      void message.error({ content: problemText(error, key => t(`frame:${key}`)), duration: 8 })
    }
  }

  return (
    <div className="vl-column">
      <div className="vl-month-tools">
        {may('sign-vouchers') && (
          <Button type="primary" disabled={!view?.rows.length} loading={signAll.isSending} onClick={() => void doIt(signAll, { book: owner, month: when.month })}>
            {t('entry:sign-all')}
          </Button>
        )}
        {may('name-cashier') && <Button onClick={() => setNaming(true)}>{t('entry:name-cashier')}</Button>}
      </div>
      {list.error && <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />}
      {view ? (
        <ReportTable
          view={view}
          hidden={hidden}
          empty={<Empty text={t('entry:sign-none')} />}
          cells={{ summary: (row, text) => <Link to={addressOf(`/vouchers/${encodeURIComponent(row.key)}`)}>{text}</Link> }}
          rowActions={
            may('sign-voucher')
              ? row => (
                  <Button size="small" onClick={() => void doIt(sign, { voucher: row.key })}>
                    {t('entry:sign-one')}
                  </Button>
                )
              : undefined
          }
        />
      ) : (
        !list.error && <Later><Skeleton active /></Later>
      )}
      {isNaming && (
        <RequestDialog
          request="name-cashier"
          title={t('entry:name-cashier')}
          owner={owner}
          given={{ owner }}
          done={t('entry:cashier-named')}
          onClose={() => setNaming(false)}
          specs={[
            { name: 'user', label: 'form.user', kind: 'text', isNeeded: true },
            { name: 'from', label: 'form.from', kind: 'date', isNeeded: true, initial: today() },
            { name: 'until', label: 'form.until', kind: 'date' },
          ]}
        />
      )}
    </div>
  )
}

function vouchersOn(lines: ReportView, accounts: ReadonlySet<string>): Set<string> {
  const [account, voucher] = ['account', 'voucher'].map(name => lines.columns.findIndex(column => column.name === name)) as [number, number]
  return new Set(lines.rows.filter(row => accounts.has(String(row[account]))).map(row => String(row[voucher])))
}

function unsigned(list: ReportView, money: ReadonlySet<string>): ReportView {
  const [voucher, cashier, state] = ['voucher', 'cashier', 'state'].map(name => list.columns.findIndex(column => column.name === name)) as [number, number, number]
  return { ...list, rows: list.rows.filter(row => money.has(String(row[voucher])) && !row[cashier] && row[state] !== 'returned'), totals: null }
}
