import { mayRequest } from '../../api'
import { groups } from '../../requests/groups'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

const all = groups.flatMap(group => group.requests)
const may: PageRoute['may'] = session => mayRequest(session, ...all)

export const routes: PageRoute[] = [
  { path: '/tasks', element: later(() => import('./TasksPage')), menu: { group: 'entry', textKey: 'requests:requests', order: 90 }, may },
  { path: '/tasks/:request', element: later(() => import('./TaskPage')), may },
]
