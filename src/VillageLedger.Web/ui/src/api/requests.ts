import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { callJson } from './client'
import { ApiProblem, isProblem } from './problem'
import type { components } from './schema'

type Schemas = components['schemas']

/** What became of one request that was not refused. */
export type Outcome = Omit<Schemas['Outcome'], 'outcome'> & { outcome: 'done' | 'already-done' }

export type BatchOutcome = Schemas['BatchAnswer']

export type Fields = Record<string, unknown>

interface Sending {
  /** The request's id where the caller keeps it, as with a draft; else one is made, and kept until the same fields are done. */
  id?: string
  dryRun?: boolean
}

/** An id that sorts by time, as docs/REQUESTS.md allows them. Works without a secure context, where randomUUID is not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Date.now().toString(36) + '-' + [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const waits = [400, 1_200, 3_000]

/** Sends until an answer comes, always with the same id, so that nothing is done twice however often it is sent. */
export async function sendUntilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    try {
      return await send()
    } catch (error) {
      if (!isProblem(error) || !error.isUnanswered) throw error
      await new Promise(done => setTimeout(done, wait))
    }
  }
  return send()
}

export function postRequest(name: string, id: string, fields: Fields, dryRun = false): Promise<Outcome> {
  return sendUntilAnswered(() => callJson<Outcome>(`/requests/${name}`, { method: 'POST', query: { dryRun }, body: { id, ...fields } }))
}

export function postBatch(requests: (Fields & { request: string; id: string })[], atomic: boolean, dryRun = false): Promise<BatchOutcome> {
  return sendUntilAnswered(() => callJson<BatchOutcome>('/requests', { method: 'POST', body: { requests, atomic, dryRun } }))
}

/** One request that a page makes. `send` throws an {@link ApiProblem}, which also stands in `problem` until the next try. */
export function useRequest(name: string) {
  const queries = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const unanswered = useRef<{ content: string; id: string } | null>(null)

  const send = useCallback(
    async (fields: Fields, { id, dryRun = false }: Sending = {}): Promise<Outcome> => {
      const content = JSON.stringify(fields)
      // Without an answer it may have been done: the same content keeps its id until one comes.
      const used = id ?? (unanswered.current?.content === content ? unanswered.current.id : newId())
      unanswered.current = { content, id: used }
      setSending(true)
      setProblem(null)
      try {
        const outcome = await postRequest(name, used, fields, dryRun)
        if (!dryRun) void invalidateFigures(queries)
        unanswered.current = null
        return outcome
      } catch (error) {
        const known = isProblem(error) ? error : new ApiProblem(0, 'answer-unreadable', String(error))
        if (!known.isUnanswered) unanswered.current = null
        setProblem(known)
        throw known
      } finally {
        setSending(false)
      }
    },
    [name, queries],
  )

  return { send, isSending, problem, forget: useCallback(() => setProblem(null), []) }
}

type Queries = ReturnType<typeof useQueryClient>

/** Figures that may have changed are read again; those as known at a position never change. */
export function invalidateFigures(queries: Queries): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [kind, , options] = queryKey
      if (kind === 'session' || kind === 'reports' || kind === 'fact') return false
      return !(kind === 'report' && typeof options === 'object' && options !== null && (options as Fields)['at'] !== undefined)
    },
  })
}
