import { App, Button, Select, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, mayRequest, useReport, useRequest, useSession } from '../../../api'
import { Empty, Later, ProblemNote, problemText, useAddress, useWhen } from '../../../frame'
import { useSources } from '../voucher/useSources'
import { BankDialogs, type BankDialog } from './BankDialogs'
import { bookLines, matchedKeys, statementLines } from './match'
import { MatchTables } from './MatchTables'
import { MatchList } from './MatchList'

const ledgerKey = (owner: string, bank: string) => `village-ledger.bank.${owner}.${bank}`

/** 银行对账: the bank's lines and the book's side by side. */
export function Matching({ owner }: { owner: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const session = useSession()
  const when = useWhen()
  const addressOf = useAddress()
  const statement = useReport('bank-statement', { book: owner, at: when.options.at })
  const known = useReport('bank-reconciliation', { book: owner, month: when.month, at: when.options.at })
  const { sources } = useSources(owner, undefined)
  const ids = useMemo(() => {
    const of = (view: typeof statement.data) => view?.rows.map(row => String(row[view.columns.findIndex(column => column.name === 'bankAccount')])) ?? []
    return [...new Set([...of(known.data), ...of(statement.data)])]
  }, [known.data, statement.data])
  const [picked, setPicked] = useState<string>()
  const bank = picked ?? ids[0]
  const banks = useMemo(() => sources.accountOffer.choices.filter(one => sources.accounts.get(one.value)?.role === 'bank'), [sources])
  const [ledgers, setLedgers] = useState<Record<string, string>>({})
  const ledger = bank ? (ledgers[bank] ?? localStorage.getItem(ledgerKey(owner, bank)) ?? banks[ids.indexOf(bank)]?.value ?? banks[0]?.value) : undefined
  const book = useReport('voucher-list', { book: owner, from: yearStart(when.month), to: when.month, at: when.options.at, state: 'posted', account: ledger, lines: true }, { enabled: !!ledger })
  const [dialog, setDialog] = useState<BankDialog | null>(null)
  const auto = useRequest('match-statements')
  const lines = useMemo(() => statementLines(statement.data, bank ?? ''), [statement.data, bank])
  const open = useMemo(() => bookLines(book.data, matchedKeys(lines)), [book.data, lines])
  const may = (name: string) => !when.isHistoric && mayRequest(session, name)

  const matchAll = async () => {
    try {
      const outcome = await auto.send({ owner, bankAccount: bank })
      void message.success(t(outcome.outcome === 'already-done' ? 'entry:match-nothing' : 'entry:match-done'))
    } catch (error) {
      if (isProblem(error)) void message.error(problemText(error, key => t(`frame:${key}`)))
      else throw error
    }
  }

  if (statement.error) return <ProblemNote problem={statement.error} onRetry={() => void statement.refetch()} />
  if (!statement.data) return <Later><Skeleton active /></Later>
  return (
    <div className="vl-column">
      <div className="vl-month-tools">
        {ids.length > 0 && <Select className="vl-bank" aria-label={t('entry:bank-account')} value={bank} onChange={setPicked} options={ids.map(value => ({ value, label: value }))} />}
        {bank && (
          <Select
            className="vl-bank-ledger"
            aria-label={t('entry:ledger-account')}
            value={ledger}
            onChange={value => {
              localStorage.setItem(ledgerKey(owner, bank), value)
              setLedgers(before => ({ ...before, [bank]: value }))
            }}
            options={banks.map(one => ({ value: one.value, label: `${one.code} ${one.name}` }))}
          />
        )}
        {bank && may('match-statements') && (
          <Button type="primary" loading={auto.isSending} onClick={() => void matchAll()}>
            {t('entry:match-auto')}
          </Button>
        )}
        <span className="vl-tools-gap" />
        {bank && may('record-statement') && <Link to={addressOf(`/import?kind=bank-statements&account=${encodeURIComponent(bank)}`)} className="vl-link-button">{t('entry:statement-import')}</Link>}
        <Link to={addressOf('/reports/bank-reconciliation')} className="vl-link-button">{t('entry:reconciliation')}</Link>
        {may('register-bank-account') && <Button onClick={() => setDialog('register')}>{t('entry:bank-register')}</Button>}
        {bank && may('close-bank-account') && <Button onClick={() => setDialog('close')}>{t('entry:bank-close')}</Button>}
      </div>
      {!bank ? (
        <Empty text={t('entry:bank-none')}>
          {may('register-bank-account') && <Button type="primary" onClick={() => setDialog('register')}>{t('entry:bank-register')}</Button>}
        </Empty>
      ) : (
        <>
          <MatchTables key={bank} owner={owner} bank={bank} statement={lines.filter(line => !line.match)} book={open} mayMatch={may('match-statement')} />
          <MatchList owner={owner} bank={bank} lines={lines} mayUndo={may('undo-match')} />
        </>
      )}
      <BankDialogs dialog={dialog} owner={owner} bank={bank} onClose={() => setDialog(null)} onRegistered={(id, account) => localStorage.setItem(ledgerKey(owner, id), account)} />
    </div>
  )
}

/** Back to the January before, so that what the bank had late is still found. */
function yearStart(month: string): string {
  return `${Number(month.slice(0, 4)) - (month.slice(5) < '04' ? 1 : 0)}-01`
}
