import type { ReportView } from '../../../api'
import type { AskedFigure } from '../../../questions'
import { rowsOf } from '../statistics'

export type QuestionState = 'open' | 'answered' | 'settled' | 'withdrawn'

export interface Question {
  id: string
  owner: string
  ownerName: string
  state: QuestionState
  stateText: string
  isOverdue: boolean
  text: string
  askedBy: string
  asked: string
  due: string
  voucher?: string
  figure?: AskedFigure
  answer?: string
  answeredBy?: string
  answered?: string
  attachments: number
  reason?: string
  closed?: string
}

/** Rows of the report `questions`, in its order: what is due first comes first. */
export function questionsOf(view: ReportView): Question[] {
  return rowsOf(view).map(({ cell }) => {
    const text = (name: string) => {
      const value = cell(name)
      return value === null || value === '' ? undefined : String(value)
    }
    const report = text('report')
    return {
      id: text('question') ?? '',
      owner: text('owner') ?? '',
      ownerName: text('name') ?? text('owner') ?? '',
      state: (text('state') ?? 'open') as QuestionState,
      stateText: view.words['state']?.[text('state') ?? ''] ?? '',
      isOverdue: cell('overdue') === true,
      text: text('text') ?? '',
      askedBy: text('askedBy') ?? '',
      asked: text('asked') ?? '',
      due: text('due') ?? '',
      voucher: text('voucher'),
      figure: report
        ? { report, row: text('row') ?? '', column: text('column') ?? '', position: Number(cell('position') ?? 0), month: text('month'), year: cell('year') === null ? undefined : Number(cell('year')), options: text('options') }
        : undefined,
      answer: text('answer'),
      answeredBy: text('answeredBy'),
      answered: text('answered'),
      attachments: Number(cell('attachmentCount') ?? 0),
      reason: text('reason'),
      closed: text('closed'),
    }
  })
}

/** Whether the row of a figure is the owner whose books are asked about: its code says nothing more. */
export function isOwnRow(figure: AskedFigure, owner: string): boolean {
  return figure.row === owner.slice(owner.indexOf('/') + 1)
}

export const shelves = ['open', 'overdue', 'answered', 'settled', 'withdrawn', 'all'] as const
export type Shelf = (typeof shelves)[number]

export function onShelf(question: Question, shelf: Shelf): boolean {
  if (shelf === 'all') return true
  return shelf === 'overdue' ? question.isOverdue : question.state === shelf
}

export type Step = 'answer-question' | 'return-answer' | 'settle-question' | 'withdraw-question'

/** What a person may do next with a question; the one who asked does not answer, the one who answered does not judge. */
export function stepsOf(question: Question, user: string, requests: readonly string[]): Step[] {
  const may = (step: Step) => requests.includes(step)
  const isOver = question.state === 'settled' || question.state === 'withdrawn'
  if (isOver) return []
  const judges = question.answeredBy?.toLowerCase() !== user.toLowerCase()
  const steps: Step[] = []
  if (question.state === 'open' && question.askedBy.toLowerCase() !== user.toLowerCase() && may('answer-question')) steps.push('answer-question')
  if (question.state === 'answered' && judges && may('settle-question')) steps.push('settle-question')
  if (question.state === 'answered' && judges && may('return-answer')) steps.push('return-answer')
  if (judges && may('withdraw-question')) steps.push('withdraw-question')
  return steps
}
