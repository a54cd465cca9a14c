import { lazy } from 'react'
import { mayRequest, maySee } from '../../api'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  {
    path: '/vouchers/new',
    element: lazy(() => import('./voucher/VoucherNew')),
    menu: { group: 'entry', textKey: 'entry:voucher-new', order: 10 },
    may: session => mayRequest(session, 'prepare-voucher'),
  },
  {
    path: '/vouchers/review',
    element: lazy(() => import('./month/VoucherMonth')),
    menu: { group: 'entry', textKey: 'entry:voucher-month', order: 20 },
    may: session => maySee(session, 'voucher-list') && mayRequest(session, 'prepare-voucher', 'review-voucher', 'post-voucher'),
  },
  {
    path: '/vouchers/:id/amend',
    element: lazy(() => import('./voucher/VoucherAmend')),
    may: session => maySee(session, 'voucher'),
  },
  {
    path: '/claims',
    element: lazy(() => import('./claims/ClaimsPage')),
    menu: { group: 'entry', textKey: 'entry:claims', order: 30 },
    may: session => maySee(session, 'claims'),
  },
  {
    path: '/cashier',
    element: lazy(() => import('./cashier/CashierPage')),
    menu: { group: 'entry', textKey: 'entry:cashier', order: 40 },
    may: session => maySee(session, 'bank-statement', 'cash-counts') && mayRequest(session, 'sign-voucher', 'match-statement', 'count-cash'),
  },
  {
    path: '/import',
    element: lazy(() => import('./import/ImportPage')),
    menu: { group: 'entry', textKey: 'entry:import', order: 50 },
    may: session => mayRequest(session, 'prepare-voucher', 'open-book', 'record-statement'),
  },
]
