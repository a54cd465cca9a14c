import { mayRequest, maySee } from '../../api'
import { later } from '../../later'
import type { PageRoute } from '../../routes'

export const routes: PageRoute[] = [
  { path: '/township', element: later(() => import('./TownshipPage')), menu: { group: 'township', textKey: 'township:township', order: 10 }, may: session => maySee(session, 'village-statistics') },
  { path: '/questions', element: later(() => import('./questions/QuestionsPage')), menu: { group: 'township', textKey: 'questions:questions', order: 20 }, may: session => maySee(session, 'questions') },
  { path: '/questions/:id', element: later(() => import('./questions/QuestionPage')), may: session => maySee(session, 'questions') },
  { path: '/closing/villages', element: later(() => import('./VillagesClosing')), menu: { group: 'township', textKey: 'township:closing', order: 30 }, may: session => maySee(session, 'operating-income') && maySee(session, 'month-check') },
  { path: '/approvals', element: later(() => import('./approvals/ApprovalsPage')), menu: { group: 'entry', textKey: 'approvals:approvals', order: 5 }, may: session => mayRequest(session, 'approve-claim', 'review-voucher', 'confirm-allocation', 'resolve-dividend') },
]
