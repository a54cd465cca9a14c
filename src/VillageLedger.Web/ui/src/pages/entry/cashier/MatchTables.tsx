import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, useRequest } from '../../../api'
import { ProblemNote, useAddress } from '../../../frame'
import { sumFen, yuan } from '../../../money'
import { gapOf, suggested, type BookLine, type StatementLine } from './match'

interface Props {
  owner: string
  bank: string
  /** What is not matched, on either side. */
  statement: StatementLine[]
  book: BookLine[]
  mayMatch: boolean
}

/** Both sides with what is chosen on them; a match is made when their sums agree to the fen. */
export function MatchTables({ owner, bank, statement, book, mayMatch }: Props) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const addressOf = useAddress()
  const { send, isSending, problem } = useRequest('match-statement')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [right, setRight] = useState<ReadonlySet<string>>(new Set())
  const chosenLeft = statement.filter(line => left.has(line.line))
  const chosenRight = book.filter(line => right.has(line.key))
  const hints = new Set(suggested(chosenLeft, book).map(line => line.key))
  const shownBook = [...book.filter(line => hints.has(line.key)), ...book.filter(line => !hints.has(line.key))]
  const gap = gapOf(chosenLeft, chosenRight)

  const match = async () => {
    try {
      await send({ owner, bankAccount: bank, lines: chosenLeft.map(({ line }) => ({ line })), voucherLines: chosenRight.map(({ voucher, line }) => ({ voucher, line })) })
      setLeft(new Set())
      setRight(new Set())
      void message.success(t('match-done'))
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }

  return (
    <>
      {mayMatch && (
        <div className="vl-match-bar" role="status">
          <span>{gap === undefined ? t('match-how') : gap === 0 ? t('match-even', { amount: yuan(sumFen(chosenRight.map(line => line.amountFen)) ?? 0) }) : t('match-gap', { amount: yuan(Math.abs(gap)) })}</span>
          <Button type="primary" disabled={gap !== 0} loading={isSending} onClick={() => void match()}>
            {t('match')}
          </Button>
        </div>
      )}
      <ProblemNote problem={problem} />
      <div className="vl-match">
        <section aria-labelledby="match-bank">
          <h2 id="match-bank">{t('match-bank', { count: statement.length })}</h2>
          {statement.length === 0 && <p className="vl-quiet">{t('match-bank-none')}</p>}
          <ul>
            {statement.slice(0, most).map(line => (
              <Choosable key={line.line} isChosen={left.has(line.line)} isDisabled={!mayMatch} onChange={() => setLeft(toggled(left, line.line))} amountFen={line.amountFen} label={`${line.date} ${line.reference} ${yuan(line.amountFen)}`}>
                {line.date} <span className="vl-quiet">{line.reference}</span>
              </Choosable>
            ))}
          </ul>
        </section>
        <section aria-labelledby="match-book">
          <h2 id="match-book">{t('match-book', { count: book.length })}</h2>
          {book.length === 0 && <p className="vl-quiet">{t('match-book-none')}</p>}
          <ul>
            {shownBook.slice(0, most).map(line => (
              <Choosable
                key={line.key}
                isChosen={right.has(line.key)}
                isDisabled={!mayMatch}
                isHinted={hints.has(line.key)}
                onChange={() => setRight(toggled(right, line.key))}
                amountFen={line.amountFen}
                label={`${line.date} ${line.number} ${line.summary} ${yuan(line.amountFen)}`}
              >
                {line.date} <Link to={addressOf(`/vouchers/${encodeURIComponent(line.voucher)}`)}>{line.number}</Link> {line.summary}
                {hints.has(line.key) && <b className="vl-hint"> {t('match-hint')}</b>}
              </Choosable>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

const most = 300

function toggled<T>(set: ReadonlySet<T>, one: T): Set<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

interface ChoosableProps {
  isChosen: boolean
  isDisabled: boolean
  isHinted?: boolean
  amountFen: number
  label: string
  onChange: () => void
  children: React.ReactNode
}

function Choosable({ isChosen, isDisabled, isHinted, amountFen, label, onChange, children }: ChoosableProps) {
  return (
    <li data-chosen={isChosen || undefined} data-hinted={isHinted || undefined}>
      <label>
        <input type="checkbox" checked={isChosen} disabled={isDisabled} onChange={onChange} aria-label={label} />
        <span>{children}</span>
        <span className="vl-match-amount" data-red={amountFen < 0 || undefined}>
          {yuan(amountFen)}
        </span>
      </label>
    </li>
  )
}
