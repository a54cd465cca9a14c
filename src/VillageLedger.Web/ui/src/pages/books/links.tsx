import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSession, maySee, type ReportView, type Session } from '../../api'
import { useAddress } from '../../frame'
import type { ArrangedRow } from '../../tables'
import { cell, indentOf } from './looks'

type AddressOf = ReturnType<typeof useAddress>
type Cells = Record<string, (row: ArrangedRow, text: string) => ReactNode>

const voucherColumns = ['voucher', 'reverses', 'reversedBy', 'corrects', 'original']

/** Where the texts of a report lead: an account to its detail ledger, a number to its voucher, a party to its ledger, a village to its books. */
export function useCells(view: ReportView | undefined): Cells {
  const addressOf = useAddress()
  const session = useSession()
  if (!view) return {}
  const { columns } = view
  const has = (name: string) => columns.some(column => column.name === name)
  const cells: Cells = {}

  for (const name of voucherColumns) if (has(name) && view.report !== 'voucher') cells[name] = (_, text) => text && <Link to={addressOf(voucherPath(text))}>{text}</Link>
  // A ledger says in the place of the summary what else a row is: 期初余额, 本月合计.
  if (has('entry') && has('summary')) cells['summary'] = (row, text) => text || entryText(view, row)
  if (has('voucherNumber')) cells['voucherNumber'] = (row, text) => toVoucher(addressOf, cell(columns, row, 'voucher'), text)
  if (view.report === 'voucher-list') {
    cells['number'] = (row, text) => toVoucher(addressOf, cell(columns, row, 'voucher'), text ? `${String(cell(columns, row, 'type') ?? '')}-${text}` : '—')
    cells['summary'] = (row, text) => toVoucher(addressOf, cell(columns, row, 'voucher'), text)
  }
  if (has('account')) cells['account'] = accountCell(addressOf, session)
  if (has('party') && maySee(session, 'party-ledger')) cells['party'] = (_, text) => text && <Link to={addressOf('/reports/party-ledger', { party: text })}>{text}</Link>
  if (has('village')) cells['village'] = (_, text) => text && <Link to={addressOf('/reports/trial-balance', { owner: 'village/' + text, place: undefined })}>{text}</Link>
  if (has('name') && (has('level') || has('style'))) cells['name'] = (row, text) => <span style={{ paddingLeft: indentOf(columns, row) * 16 }}>{text}</span>
  return cells
}

function entryText(view: ReportView, row: ArrangedRow): string {
  const entry = String(cell(view.columns, row, 'entry') ?? '')
  return entry === 'line' ? '' : (view.words['entry']?.[entry] ?? entry)
}

export function voucherPath(id: string): string {
  return `/vouchers/${encodeURIComponent(id)}`
}

function toVoucher(addressOf: AddressOf, id: unknown, text: string): ReactNode {
  return typeof id === 'string' && text ? <Link to={addressOf(voucherPath(id))}>{text}</Link> : text
}

function accountCell(addressOf: AddressOf, session: Session) {
  return (_: ArrangedRow, text: string) =>
    text && maySee(session, 'detail-ledger') ? <Link to={addressOf('/reports/detail-ledger', { account: text })}>{text}</Link> : text
}
