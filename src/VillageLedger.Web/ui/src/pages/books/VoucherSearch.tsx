import { useTranslation } from 'react-i18next'
import { Report } from './Report'

/** Vouchers by what stands in them: text, account, party, amount, state. */
export default function VoucherSearch() {
  const { t } = useTranslation('books')
  return <Report name="voucher-list" title={t('vouchers')} />
}
