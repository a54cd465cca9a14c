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
    path: '/vouchers/:id/amend',
    element: lazy(() => import('./voucher/VoucherAmend')),
    may: session => maySee(session, 'voucher'),
  },
]
