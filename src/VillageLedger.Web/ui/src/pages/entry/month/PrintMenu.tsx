import { PrinterOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { addressOf, type Owner } from '../../../api'

/** Prints on A5: the chosen voucher, or the month of each village with its cover. */
export function PrintMenu({ owners, month, chosen }: { owners: Owner[]; month: string; chosen: string[] }) {
  const { t } = useTranslation('entry')
  const link = (text: string, address: string) => (
    <a href={address} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
  const items = [
    ...chosen.slice(0, 20).map((voucher, i) => ({ key: voucher, label: link(t('print-chosen', { number: i + 1 }), addressOf('/print/voucher', { voucher, format: 'pdf' })) })),
    ...owners.slice(0, 30).flatMap(one => [
      { key: one.owner, label: link(t('print-month', { name: one.name }), addressOf('/print/vouchers', { book: one.owner, month, format: 'pdf' })) },
      { key: `${one.owner} cover`, label: link(t('print-cover', { name: one.name }), addressOf('/print/cover', { book: one.owner, month, format: 'pdf' })) },
    ]),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }} disabled={items.length === 0}>
      <Button icon={<PrinterOutlined />}>{t('print')}</Button>
    </Dropdown>
  )
}
