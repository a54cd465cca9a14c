import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, callJson, invalidateFigures, type Owner } from '../../../api'
import type { BatchState } from '../useBatch'

interface BookAnswer {
  book: string
  outcome: string
  message?: string | null
}

export interface Job {
  id: string
  kind: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  startedAt: string
  remainingSeconds?: number | null
  result?: { done?: number; already?: number; refused?: number; books?: BookAnswer[] } | null
}

/** A job as a batch is shown: how far it is, then what was refused in which village. */
export function batchOf(job: Job, title: string, owners: Pick<Owner, 'owner' | 'name'>[]): BatchState {
  const names = new Map(owners.map(one => [one.owner, one.name]))
  const refused = (job.result?.books ?? []).filter(one => one.outcome === 'refused').map(one => ({ label: names.get(one.book) ?? one.book, text: one.message ?? '' }))
  return { title, done: job.done, total: Math.max(job.total, 1), startedAt: Date.parse(job.startedAt), isRunning: job.state === 'running', isCancelled: job.state === 'cancelled' || job.state === 'failed', refused }
}

const askMs = 1_000

/** Posting over many villages as a job of the server: it goes on when the page is left, and is found again. */
export function usePostJob(title: string, owners: Owner[]) {
  const queries = useQueryClient()
  const [job, setJob] = useState<Job | null>(null)
  const wasRunning = useRef(false)

  useEffect(() => {
    callJson<Job[]>('/jobs')
      .then(jobs => setJob(before => before ?? jobs.find(one => one.kind === 'post-vouchers' && one.state === 'running') ?? null))
      .catch(() => undefined)
  }, [])

  useEffect(() => {
    if (job?.state !== 'running') {
      if (wasRunning.current) void invalidateFigures(queries)
      wasRunning.current = false
      return
    }
    wasRunning.current = true
    const timer = setTimeout(() => {
      // Without an answer it is asked again: the job does not depend on this page.
      callJson<Job>(`/jobs/${job.id}`).then(setJob, () => setJob({ ...job }))
    }, askMs)
    return () => clearTimeout(timer)
  }, [job, queries])

  const start = useCallback(async (books: string[], month: string) => setJob(await callJson<Job>('/jobs', { method: 'POST', body: { kind: 'post-vouchers', month, books } })), [])
  const cancel = useCallback(() => void (job && call(`/jobs/${job.id}`, { method: 'DELETE' }).catch(() => undefined)), [job])
  return { state: job && batchOf(job, title, owners), start, cancel, dismiss: useCallback(() => setJob(null), []) }
}
