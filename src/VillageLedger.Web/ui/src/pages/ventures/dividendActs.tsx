import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRequest, useSession } from '../../api'
import { parseYuan, yuan } from '../../money'
import { Ask } from './acts'
import { paidFen, paidTo, pastedPayments, type Dividend } from './dividend'
import { DateField, fenOf, MoneyField, TextField, typed } from './fields'
import { Resolve } from './Resolve'

const dateRefusals = { 'book-month-closed': 'date', 'month-not-yet-open': 'date', 'payment-before-resolution': 'date', 'reversal-before-original': 'date' }

/** What may be done with the dividend as a whole: resolve by another person than proposed, pay many at once, withdraw before anything is paid. */
export function DividendActions({ dividend, names }: { dividend: Dividend; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  if (dividend.withdrawn) return null
  const isMine = dividend.proposedBy.toLowerCase() === session.user.toLowerCase()
  const { resolution } = dividend
  return (
    <>
      {!resolution && isMine && <span className="vl-waits">{t('resolve-by-other')}</span>}
      {!resolution && !isMine && mayRequest(session, 'resolve-dividend') && <Resolve dividend={dividend} names={names} />}
      {resolution && paidFen(dividend) < resolution.declaredFen && mayRequest(session, 'pay-dividends') && <PayMany dividend={dividend} />}
      {paidFen(dividend) === 0 && mayRequest(session, 'withdraw-dividend') && (
        <Ask<{ reason: string; date?: string }>
          request="withdraw-dividend"
          label={t('withdraw')}
          title={t('withdraw-title')}
          done={t('withdrawn')}
          danger
          refusals={dateRefusals}
          fields={({ reason, date }) => ({ dividend: dividend.dividend, reason: reason.trim(), ...(date ? { date } : {}) })}
        >
          <TextField name="reason" label={t('reason')} max={100} />
          {resolution && <DateField name="date" label={t('voucher-date')} optional />}
        </Ask>
      )}
    </>
  )
}

interface Payment {
  amount: string
  date: string
  bankAccount: string
  reference: string
}

/** Pay one holder, or say that nobody came for its part. */
export function HolderActions({ dividend, holder, name }: { dividend: Dividend; holder: string; name: string }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const part = dividend.parts.find(one => one.holder === holder)
  const left = (part?.partFen ?? 0) - paidTo(dividend, holder)
  if (left <= 0) return null
  return (
    <>
      {mayRequest(session, 'pay-dividend') && (
        <Ask<Payment>
          request="pay-dividend"
          label={t('pay')}
          title={t('pay-to', { name })}
          done={t('payment-recorded', { name })}
          size="small"
          initial={{ amount: typed(left) }}
          refusals={{ ...dateRefusals, 'payment-beyond-part': 'amount', 'payment-twice': 'reference' }}
          fields={one => ({ dividend: dividend.dividend, holder, date: one.date, amountFen: fenOf(one.amount), bankAccount: one.bankAccount.trim(), reference: one.reference.trim() })}
        >
          <MoneyField name="amount" label={t('amount')} extra={t('unpaid-is', { amount: yuan(left) })} />
          <DateField name="date" label={t('payment-date')} />
          <TextField name="bankAccount" label={t('bank-account')} max={64} />
          <TextField name="reference" label={t('bank-reference')} max={64} />
        </Ask>
      )}
      {!dividend.unclaimed.has(holder) && mayRequest(session, 'mark-unclaimed') && (
        <Ask<{ date: string; reason: string }>
          request="mark-unclaimed"
          label={t('mark-unclaimed')}
          title={t('unclaimed-title', { name })}
          done={t('marked')}
          size="small"
          refusals={dateRefusals}
          fields={({ date, reason }) => ({ dividend: dividend.dividend, holder, date, reason: reason.trim() })}
        >
          <p className="vl-quiet">{t('unclaimed-what')}</p>
          <DateField name="date" label={t('date')} />
          <TextField name="reason" label={t('reason')} max={100} />
        </Ask>
      )}
    </>
  )
}

export function ReturnPayment({ payment, date, name, reference }: { payment: string; date: string; name: string; reference: string }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  if (!mayRequest(session, 'return-dividend-payment')) return null
  return (
    <Ask<{ date: string; reason: string }>
      request="return-dividend-payment"
      label={t('return-payment')}
      title={t('return-payment-title', { name, reference })}
      done={t('payment-returned')}
      size="small"
      initial={{ date }}
      refusals={dateRefusals}
      fields={entered => ({ payment, date: entered.date, reason: entered.reason.trim() })}
    >
      <DateField name="date" label={t('date')} />
      <TextField name="reason" label={t('reason')} max={100} />
    </Ask>
  )
}

/** Payments of a bank's list, pasted from a spreadsheet: all or none. */
function PayMany({ dividend }: { dividend: Dividend }) {
  const { t } = useTranslation('ventures')
  const [count, setCount] = useState(0)
  return (
    <Ask<{ date: string; lines: string; sure: boolean }>
      request="pay-dividends"
      label={t('pay-many')}
      title={t('pay-many')}
      done={t('payments-recorded', { count })}
      refusals={{ ...dateRefusals, 'payment-beyond-part': 'lines', 'payment-twice': 'lines', 'holder-without-part': 'lines' }}
      fields={({ date, lines }) => ({ dividend: dividend.dividend, date, payments: pastedPayments(lines, parseYuan).payments })}
    >
      <DateField name="date" label={t('payment-date')} />
      <Form.Item
        name="lines"
        label={t('pasted')}
        extra={count > 0 ? t('pasted-count', { count }) : t('pasted-what')}
        rules={[
          {
            required: true,
            validator: (_, text: string | undefined) => {
              const { payments, faults } = pastedPayments(text ?? '', parseYuan)
              setCount(payments.length)
              if (faults.length > 0) return Promise.reject(new Error(t('pasted-bad', { lines: faults.slice(0, 10).join(', ') })))
              return payments.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('field.text-needed')))
            },
          },
        ]}
      >
        <Input.TextArea rows={8} />
      </Form.Item>
      <Form.Item name="sure" valuePropName="checked" rules={[{ validator: (_, is) => (is ? Promise.resolve() : Promise.reject(new Error(t('pay-many-sure-needed')))) }]}>
        <Checkbox>{t('pay-many-sure')}</Checkbox>
      </Form.Item>
    </Ask>
  )
}

