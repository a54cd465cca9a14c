import { Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../../../api'
import { useWhen } from '../../../frame'
import type { Kind } from './importing'

export interface Chosen {
  /** The bank account whose statement it is. */
  account: string
  /** The first month of a book that is opened. */
  month: string
  /** What a bank account held before, as typed. */
  opening: string
  addsAccounts: boolean
}

interface Props {
  kind: Kind
  owner: string
  hasBook: boolean
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

/** What a file of its kind does not say itself. */
export function ImportOptions({ kind, owner, hasBook, chosen, onChange }: Props) {
  const { t } = useTranslation('entry')
  const { month } = useWhen()
  const known = useReport('bank-reconciliation', { book: owner, month }, { enabled: kind === 'bank-statements' })
  const banks = useMemo(() => {
    const at = known.data?.columns.findIndex(column => column.name === 'bankAccount') ?? -1
    return [...new Set([...(known.data?.rows.map(row => String(row[at])) ?? []), ...(chosen.account ? [chosen.account] : [])])]
  }, [known.data, chosen.account])
  if (kind === 'bank-statements')
    return (
      <>
        <Select className="vl-bank" aria-label={t('bank-account')} placeholder={t('bank-account')} value={chosen.account || undefined} onChange={account => onChange({ ...chosen, account })} options={banks.map(value => ({ value, label: value }))} notFoundContent={t('bank-none')} />
        <label className="vl-inline-field">
          <span>{t('import-opening')}</span>
          <input className="vl-plain-field" inputMode="decimal" size={12} aria-label={t('import-opening')} value={chosen.opening} onChange={event => onChange({ ...chosen, opening: event.target.value })} />
        </label>
      </>
    )
  if (kind !== 'openings') return null
  return (
    <>
      <label className="vl-inline-field">
        <span>{t('import-month')}</span>
        <input className="vl-plain-field" size={8} aria-label={t('import-month')} placeholder="2025-06" value={chosen.month} onChange={event => onChange({ ...chosen, month: event.target.value.trim() })} />
      </label>
      <Checkbox checked={chosen.addsAccounts} onChange={event => onChange({ ...chosen, addsAccounts: event.target.checked })}>
        {t('import-add-accounts')}
      </Checkbox>
      {hasBook && <span className="vl-quiet">{t('import-has-book')}</span>}
    </>
  )
}
