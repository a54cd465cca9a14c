import { lazy } from 'react'
import { maySee } from '../../api'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  { path: '/township', element: lazy(() => import('./TownshipPage')), menu: { group: 'township', textKey: 'township:township', order: 10 }, may: session => maySee(session, 'village-statistics') },
]
