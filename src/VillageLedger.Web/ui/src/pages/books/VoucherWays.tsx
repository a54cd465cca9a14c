import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useReport, type ReportView } from '../../api'
import { useAddress, useWhen } from '../../frame'
import { voucherPath } from './links'

const ways = ['reverses', 'reversedBy', 'corrects', 'correctedBy'] as const

/** What a voucher takes back or corrects, and what does so to it, each by its number with the way there. */
export function VoucherWays({ links }: { links: Partial<Record<(typeof ways)[number], string>> }) {
  return ways.flatMap(way => (links[way] ?? '').split(/[,，、\s]+/).filter(Boolean).map(other => <Way key={`${way} ${other}`} way={way} voucher={other} />))
}

function Way({ way, voucher }: { way: (typeof ways)[number]; voucher: string }) {
  const { t } = useTranslation('books')
  const addressOf = useAddress()
  const { at } = useWhen()
  const report = useReport('voucher', { voucher, ...(at === undefined ? {} : { at }) })
  const number = report.data ? calledOf(report.data) : report.error ? voucher : '…'
  return (
    <p>
      <Link to={addressOf(voucherPath(voucher))}>{t(`voucher.${way}`, { number })}</Link>
    </p>
  )
}

/** 记-17, with the month; one that is not posted by its state. */
function calledOf(view: ReportView): string {
  const head = (name: string) => view.head.find(line => line.name === name)
  const number = head('number')?.value
  const type = String(head('type')?.value ?? '')
  const beside = typeof number === 'number' ? head('month')?.value : (head('state')?.text ?? head('state')?.value)
  return `${typeof number === 'number' ? `${type}-${number}` : type} (${beside ?? ''})`
}
