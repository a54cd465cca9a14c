import { maySee, type Session } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

const ReportPage = later(() => import('./ReportPage'))
const VoucherPage = later(() => import('./VoucherPage'))

/** Reports that stand in the navigation by themselves; all others are found in the list. */
const inNavigation = ['trial-balance', 'general-ledger', 'detail-ledger', 'cash-journal', 'bank-journal', 'multi-column-ledger', 'party-balances', 'balance-sheet', 'income-statement', 'receipts-and-payments']

const may =
  (...names: string[]) =>
  (session: Session) =>
    maySee(session, ...names)

export const routes: PageRoute[] = [
  { path: '/vouchers', element: later(() => import('./VoucherSearch')), menu: { group: 'books', textKey: 'books:vouchers', order: 10 }, may: may('voucher-list') },
  { path: '/vouchers/:id', element: VoucherPage, may: may('voucher') },
  ...inNavigation.map((name, i): PageRoute => ({ path: `/reports/${name}`, element: ReportPage, menu: { group: 'books', textKey: `books:report.${name}`, order: 20 + i }, may: may(name) })),
  { path: '/closing', element: later(() => import('./ClosingPage')), menu: { group: 'books', textKey: 'books:closing', order: 60 }, may: may('month-check') },
  { path: '/reports', element: later(() => import('./ReportList')), menu: { group: 'books', textKey: 'books:all-reports', order: 90 }, may: session => session.reports.length > 0 },
  { path: '/reports/:name', element: ReportPage, may: session => session.reports.length > 0 },
]
