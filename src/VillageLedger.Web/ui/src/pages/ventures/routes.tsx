import { lazy } from 'react'
import { mayRequest, maySee } from '../../api'
import type { PageRoute } from '../../routes'

const seesVentures: PageRoute['may'] = session => maySee(session, 'shares', 'allocation', 'venture-operation')
const seesCompanies: PageRoute['may'] = session => maySee(session, 'company-revenue', 'holdings', 'managers')
const seesDividends: PageRoute['may'] = session => maySee(session, 'dividends')

export const routes: PageRoute[] = [
  { path: '/ventures', element: lazy(() => import('./VentureList')), menu: { group: 'ventures', textKey: 'ventures:ventures', order: 10 }, may: seesVentures },
  { path: '/ventures/:id', element: lazy(() => import('./VenturePage')), may: seesVentures },
  { path: '/ventures/:id/allocations', element: lazy(() => import('./Allocations')), may: seesVentures },
  { path: '/ventures/:id/allocations/new', element: lazy(() => import('./AllocatePage')), may: session => mayRequest(session, 'allocate-income') },
  { path: '/ventures/:id/allocations/:allocation', element: lazy(() => import('./AllocationPage')), may: seesVentures },
  { path: '/companies', element: lazy(() => import('./Companies')), menu: { group: 'ventures', textKey: 'ventures:companies', order: 20 }, may: seesCompanies },
  { path: '/companies/:code', element: lazy(() => import('./CompanyPage')), may: seesCompanies },
  { path: '/distributions', element: lazy(() => import('./Distributions')), menu: { group: 'ventures', textKey: 'ventures:distributions', order: 30 }, may: seesDividends },
  { path: '/distributions/new', element: lazy(() => import('./ProposePage')), may: session => mayRequest(session, 'propose-dividend') },
  { path: '/distributions/:id', element: lazy(() => import('./DistributionPage')), may: seesDividends },
  { path: '/contracts', element: lazy(() => import('./ContractsPage')), menu: { group: 'ventures', textKey: 'ventures:contracts', order: 40 }, may: session => maySee(session, 'contracts') },
]
