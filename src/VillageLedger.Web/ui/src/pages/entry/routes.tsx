import { mayRequest, maySee } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  {
    path: '/vouchers/new',
    element: later(() => import('./voucher/VoucherNew')),
    menu: { group: 'entry', textKey: 'entry:voucher-new', order: 10 },
    may: session => mayRequest(session, 'prepare-voucher'),
  },
  {
    path: '/vouchers/review',
    element: later(() => import('./month/VoucherMonth')),
    menu: { group: 'entry', textKey: 'entry:voucher-month', order: 20 },
    may: session => maySee(session, 'voucher-list') && mayRequest(session, 'prepare-voucher', 'review-voucher', 'post-voucher'),
  },
  {
    path: '/vouchers/:id/amend',
    element: later(() => import('./voucher/VoucherAmend')),
    may: session => maySee(session, 'voucher'),
  },
  {
    path: '/claims',
    element: later(() => import('./claims/ClaimsPage')),
    menu: { group: 'entry', textKey: 'entry:claims', order: 30 },
    may: session => maySee(session, 'claims'),
  },
  {
    path: '/cashier',
    element: later(() => import('./cashier/CashierPage')),
    menu: { group: 'entry', textKey: 'entry:cashier', order: 40 },
    may: session => maySee(session, 'bank-statement', 'cash-counts') && mayRequest(session, 'sign-voucher', 'match-statement', 'count-cash'),
  },
  {
    path: '/import',
    element: later(() => import('./import/ImportPage')),
    menu: { group: 'entry', textKey: 'entry:import', order: 50 },
    may: session => mayRequest(session, 'prepare-voucher', 'open-book', 'record-statement'),
  },
]
