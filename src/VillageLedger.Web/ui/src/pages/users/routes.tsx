import { hasRole } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  { path: '/users', element: later(() => import('./UsersPage')), menu: { group: 'users', textKey: 'users:users', order: 10 }, may: session => hasRole(session, 'administrator') },
  { path: '/me', element: later(() => import('./MePage')), menu: { group: 'users', textKey: 'users:me', order: 90 }, may: () => true },
]
