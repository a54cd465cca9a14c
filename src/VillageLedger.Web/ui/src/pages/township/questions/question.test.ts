import { expect, test } from 'vitest'
import { onShelf, stepsOf, type Question } from './question'

const question: Question = { id: 'yd-1', owner: 'village/1', ownerName: '甲村', state: 'open', stateText: '', isOverdue: true, text: '', askedBy: 'tang', asked: '2025-07-08', due: '2025-07-15', attachments: 0 }
const all = ['answer-question', 'return-answer', 'settle-question', 'withdraw-question']

test('who asked does not answer', () => {
  expect(stepsOf(question, 'Tang', all)).toEqual(['withdraw-question'])
  expect(stepsOf(question, 'wang', ['answer-question'])).toEqual(['answer-question'])
})

test('who answered does not judge the answer', () => {
  const answered: Question = { ...question, state: 'answered', answeredBy: 'wang' }
  expect(stepsOf(answered, 'wang', all)).toEqual([])
  expect(stepsOf(answered, 'tang', all)).toEqual(['settle-question', 'return-answer', 'withdraw-question'])
})

test('a question that is over takes nothing more', () => {
  expect(stepsOf({ ...question, state: 'settled' }, 'tang', all)).toEqual([])
})

test('an overdue question stands among the open ones as well', () => {
  expect([onShelf(question, 'open'), onShelf(question, 'overdue'), onShelf(question, 'settled')]).toEqual([true, true, false])
})
