import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { maySee, useSession, type Query } from '../../api'
import { useAddress } from '../../frame'

/** Books that tell of the same account, from the sum to the lines and back. */
const related: Record<string, string[]> = {
  'trial-balance': ['general-ledger'],
  'general-ledger': ['trial-balance', 'detail-ledger'],
  'detail-ledger': ['trial-balance', 'general-ledger', 'multi-column-ledger'],
  'multi-column-ledger': ['trial-balance', 'general-ledger', 'detail-ledger'],
  'cash-journal': ['trial-balance'],
  'bank-journal': ['trial-balance'],
  'party-ledger': ['party-balances'],
  'balance-sheet': ['trial-balance', 'income-statement'],
  'income-statement': ['trial-balance', 'balance-sheet'],
}

export function Related({ name, options }: { name: string; options: Query }) {
  const { t } = useTranslation('books')
  const session = useSession()
  const addressOf = useAddress()
  const ways = (related[name] ?? []).filter(one => maySee(session, one))
  if (ways.length === 0) return null
  const account = typeof options['account'] === 'string' ? options['account'] : undefined
  return (
    <nav className="vl-related" aria-label={t('related')}>
      {ways.map(one => (
        <Link key={one} to={addressOf(`/reports/${one}`, one === 'trial-balance' ? {} : { account })}>
          {t(`report.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
