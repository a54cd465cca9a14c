import { lazy } from 'react'
import { hasRole } from '../../api'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  { path: '/users', element: lazy(() => import('./UsersPage')), menu: { group: 'users', textKey: 'users:users', order: 10 }, may: session => hasRole(session, 'administrator') },
  { path: '/me', element: lazy(() => import('./MePage')), menu: { group: 'users', textKey: 'users:me', order: 90 }, may: () => true },
]
