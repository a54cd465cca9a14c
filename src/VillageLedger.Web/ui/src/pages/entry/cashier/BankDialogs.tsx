import { useTranslation } from 'react-i18next'
import { today } from '../claims/today'
import { RequestDialog } from '../RequestDialog'

export type BankDialog = 'register' | 'close'

interface Props {
  dialog: BankDialog | null
  owner: string
  bank?: string
  onClose: () => void
  onRegistered: (bankAccount: string, ledgerAccount: string) => void
}

export function BankDialogs({ dialog, owner, bank, onClose, onRegistered }: Props) {
  const { t } = useTranslation('entry')
  if (dialog === 'register')
    return (
      <RequestDialog
        request="register-bank-account"
        title={t('bank-register')}
        owner={owner}
        given={{ owner }}
        done={t('bank-registered')}
        onClose={onClose}
        onDone={(_, fields) => onRegistered(String(fields['bankAccount']), String(fields['account']))}
        specs={[
          { name: 'bankAccount', label: 'form.bank-id', kind: 'text', isNeeded: true, what: 'form.bank-id-what' },
          { name: 'account', label: 'ledger-account', kind: 'choice', from: 'bank', isNeeded: true },
          { name: 'bank', label: 'form.bank', kind: 'text', isNeeded: true },
          { name: 'number', label: 'form.number', kind: 'text', isNeeded: true },
          { name: 'kind', label: 'form.bank-kind', kind: 'select', words: ['basic', 'general', 'land-compensation', 'special'], prefix: 'bank-kind', initial: 'basic', isNeeded: true },
          { name: 'openedOn', label: 'form.opened-on', kind: 'date' },
        ]}
      />
    )
  if (dialog === 'close' && bank)
    return (
      <RequestDialog
        request="close-bank-account"
        title={`${t('bank-close')} ${bank}`}
        owner={owner}
        given={{ owner, bankAccount: bank }}
        done={t('bank-closed')}
        onClose={onClose}
        specs={[{ name: 'date', label: 'date', kind: 'date', isNeeded: true, initial: today() }]}
      />
    )
  return null
}
