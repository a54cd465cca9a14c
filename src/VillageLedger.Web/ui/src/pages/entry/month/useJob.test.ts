import { describe, expect, it } from 'vitest'
import { batchOf, type Job } from './useJob'

const job: Job = { id: 'j-1', kind: 'post-vouchers', state: 'done', done: 2, total: 2, startedAt: '2026-01-05T09:00:00+08:00', result: { books: [{ book: 'village/1', outcome: 'done' }, { book: 'village/2', outcome: 'refused', message: '有凭证待出纳签字。' }] } }

describe('a job', () => {
  it('names the village in which it was refused', () => expect(batchOf(job, '记账', [{ owner: 'village/2', name: '乙村' }]).refused).toEqual([{ label: '乙村', text: '有凭证待出纳签字。' }]))
  it('runs until it says otherwise', () => expect([batchOf({ ...job, state: 'running' }, '', []).isRunning, batchOf(job, '', []).isRunning]).toEqual([true, false]))
})
