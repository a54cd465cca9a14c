import { hasRole } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

const FactsPage = later(() => import('./FactsPage'))
const seesRecords = ['auditor', 'regulator', 'accountant', 'reviewer']

export const routes: PageRoute[] = [
  { path: '/regulator', element: later(() => import('./RegulatorPage')), menu: { group: 'regulator', textKey: 'regulator:regulator', order: 10 }, may: session => hasRole(session, 'auditor', 'regulator') },
  { path: '/operations', element: later(() => import('./OperationsPage')), menu: { group: 'regulator', textKey: 'regulator:operations', order: 20 }, may: session => hasRole(session, 'regulator', 'administrator') },
  { path: '/facts', element: FactsPage, menu: { group: 'regulator', textKey: 'regulator:facts', order: 30 }, may: session => hasRole(session, ...seesRecords) },
  { path: '/facts/:position', element: FactsPage, may: session => hasRole(session, ...seesRecords) },
  { path: '/regulator/archive', element: later(() => import('./ArchivePage')), menu: { group: 'regulator', textKey: 'regulator:archive', order: 40 }, may: session => hasRole(session, 'accountant', 'reviewer', 'chair', 'manager', 'auditor', 'regulator') },
  { path: '/rules', element: later(() => import('./RulesPage')), menu: { group: 'regulator', textKey: 'regulator:rules', order: 50 }, may: session => hasRole(session, ...seesRecords) },
]
