import { App, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isProblem, useRequest, type Owner } from '../../../api'
import { ProblemNote, useAddress, useWhen } from '../../../frame'
import { yuan } from '../../../money'
import { ChoiceCell } from '../voucher/ChoiceCell'
import { firstDate } from '../voucher/dates'
import { DateField } from '../voucher/PaperHead'
import { useSources } from '../voucher/useSources'
import type { Claim } from './claim'
import { today } from './today'

/** The voucher of an approved claim: its lines on the debit side, what they were paid from on the credit side. */
export function VoucherClaim({ claim, owner, onClose }: { claim: Claim; owner?: Owner; onClose: () => void }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const { month } = useWhen()
  const { send, isSending, problem } = useRequest('voucher-claim')
  const { sources } = useSources(owner?.owner, undefined)
  const [date, setDate] = useState(() => firstDate(month, today(), owner ?? {}))
  const money = useMemo(() => {
    const choices = sources.accountOffer.choices.filter(one => ['cash', 'bank'].includes(sources.accounts.get(one.value)?.role ?? ''))
    return choices.length > 0 ? { choices, byValue: sources.accountOffer.byValue } : sources.accountOffer
  }, [sources])
  const [paidFrom, setPaidFrom] = useState('')
  const [accounts, setAccounts] = useState<string[]>([])

  const make = async () => {
    try {
      const lines = accounts.flatMap((account, i) => (account ? [{ line: i + 1, account }] : []))
      const outcome = await send({ claim: claim.claim, date, paid: [{ account: paidFrom }], ...(lines.length ? { lines } : {}) })
      void message.success(t('claim-done.vouchered'))
      onClose()
      void navigate(addressOf(`/vouchers/${encodeURIComponent(outcome.id)}/amend`))
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }

  return (
    <Modal open title={t('claim-voucher-title', { summary: claim.summary, amount: yuan(claim.amountFen) })} okText={t('claim-make-voucher')} okButtonProps={{ disabled: !paidFrom, loading: isSending }} onOk={() => void make()} onCancel={onClose}>
      <div className="vl-column vl-claim-voucher">
        <label className="vl-field">
          <span>{t('claim-paid-from')}</span>
          <ChoiceCell offer={money} value={paidFrom} label={t('claim-paid-from')} onCommit={setPaidFrom} />
        </label>
        <label className="vl-field">
          <span>{t('date')}</span>
          <DateField value={date} onChange={setDate} />
        </label>
        {Array.from({ length: claim.lines }, (_, i) => (
          <label className="vl-field" key={i}>
            <span>{t('claim-line-account', { number: i + 1 })}</span>
            <ChoiceCell offer={sources.accountOffer} value={accounts[i] ?? ''} label={t('cell.account', { number: i + 1 })} placeholder={t('claim-as-suggested')} onCommit={account => setAccounts(before => Object.assign([...before], { [i]: account }))} />
          </label>
        ))}
        <ProblemNote problem={problem} />
      </div>
    </Modal>
  )
}
