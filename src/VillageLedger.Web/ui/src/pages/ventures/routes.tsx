import { mayRequest, maySee } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

const seesVentures: PageRoute['may'] = session => maySee(session, 'shares', 'allocation', 'venture-operation')
const seesCompanies: PageRoute['may'] = session => maySee(session, 'company-revenue', 'holdings', 'managers')
const seesDividends: PageRoute['may'] = session => maySee(session, 'dividends')

export const routes: PageRoute[] = [
  { path: '/ventures', element: later(() => import('./VentureList')), menu: { group: 'ventures', textKey: 'ventures:ventures', order: 10 }, may: seesVentures },
  { path: '/ventures/:id', element: later(() => import('./VenturePage')), may: seesVentures },
  { path: '/ventures/:id/allocations', element: later(() => import('./Allocations')), may: seesVentures },
  { path: '/ventures/:id/allocations/new', element: later(() => import('./AllocatePage')), may: session => mayRequest(session, 'allocate-income') },
  { path: '/ventures/:id/allocations/:allocation', element: later(() => import('./AllocationPage')), may: seesVentures },
  { path: '/companies', element: later(() => import('./Companies')), menu: { group: 'ventures', textKey: 'ventures:companies', order: 20 }, may: seesCompanies },
  { path: '/companies/:code', element: later(() => import('./CompanyPage')), may: seesCompanies },
  { path: '/distributions', element: later(() => import('./Distributions')), menu: { group: 'ventures', textKey: 'ventures:distributions', order: 30 }, may: seesDividends },
  { path: '/distributions/new', element: later(() => import('./ProposePage')), may: session => mayRequest(session, 'propose-dividend') },
  { path: '/distributions/:id', element: later(() => import('./DistributionPage')), may: seesDividends },
  { path: '/contracts', element: later(() => import('./ContractsPage')), menu: { group: 'ventures', textKey: 'ventures:contracts', order: 40 }, may: session => maySee(session, 'contracts') },
]
