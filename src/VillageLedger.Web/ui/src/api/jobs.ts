import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { addressOf, call, callJson } from './client'
import { invalidateFigures } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Job<T = unknown> = Omit<Schemas['Job'], 'result'> & { result?: T }
export type JobKind = Job['kind']
export type JobState = Job['state']

export interface BatchResult {
  done: number
  already: number
  refused: number
  books: { book: string; outcome: 'done' | 'already' | 'refused'; code?: string; message?: string; position?: number }[]
}

export interface ReplayResult {
  equal: boolean
  projections: { projection: string; position: number; rows: number; equal: boolean; difference?: { table: string; position?: number; onlyIn: string; row: string } }[]
}

export interface ArchiveResult {
  owner: string
  position: number
  files: number
  sha256: string
  size: number
  damaged: string[]
}

const jobsKey = ['jobs']
const whileRunningMs = 1_500

/** This person's jobs, the newest first; asked for again while one runs. Figures are read anew when one that changes them ends. */
export function useJobs() {
  const queries = useQueryClient()
  const running = useRef(new Set<string>())
  const jobs = useQuery({
    queryKey: jobsKey,
    queryFn: () => callJson<Job[]>('/jobs'),
    refetchInterval: query => (query.state.data?.some(job => job.state === 'running') ? whileRunningMs : false),
    select: list => list.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)),
    retry: false,
  })
  useEffect(() => {
    if (!jobs.data) return
    const now = new Set(jobs.data.filter(job => job.state === 'running').map(job => job.id))
    const ended = jobs.data.some(job => running.current.has(job.id) && job.state !== 'running' && (job.kind === 'post-vouchers' || job.kind === 'close-months'))
    running.current = now
    if (ended) void invalidateFigures(queries)
  }, [jobs.data, queries])
  return jobs
}

/** The newest job of a kind, or the one that an address names. */
export function useJob<T>(kind: JobKind, id: string | null): Job<T> | undefined {
  const { data } = useJobs()
  return data?.find(job => (id ? job.id === id : job.kind === kind)) as Job<T> | undefined
}

export function useStartJob() {
  const queries = useQueryClient()
  return useCallback(
    async (kind: JobKind, fields: Record<string, unknown> = {}) => {
      const job = await callJson<Job>('/jobs', { method: 'POST', body: { kind, ...fields } })
      await queries.invalidateQueries({ queryKey: jobsKey })
      return job
    },
    [queries],
  )
}

export function useCancelJob() {
  const queries = useQueryClient()
  return useCallback(
    async (id: string) => {
      await call(`/jobs/${id}`, { method: 'DELETE' })
      await queries.invalidateQueries({ queryKey: jobsKey })
    },
    [queries],
  )
}

export function jobFileAddress(id: string): string {
  return addressOf(`/jobs/${id}/file`)
}
