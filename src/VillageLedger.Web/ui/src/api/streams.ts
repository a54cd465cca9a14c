import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callJson } from './client'

export interface StreamFact {
  position: number
  version: number
  /** Stored name with its version: `income-allocated.1`. */
  type: string
  recordedAt: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any
}

export interface Stream {
  stream: string
  facts: StreamFact[]
  /** Of the holders that the facts name; natural persons have none. */
  names: Record<string, string>
}

export type StreamKind = 'venture' | 'company' | 'dividend'

/** Everything recorded of one venture, company or dividend, as known at a position. */
export function useStream(kind: StreamKind, id: string | undefined, at?: number) {
  return useQuery({
    queryKey: ['stream', `${kind}/${id}`, { at }],
    queryFn: ({ signal }) => callJson<Stream>(`/streams/${kind}/${encodeURIComponent(id!)}`, { query: { at }, signal }),
    enabled: !!id,
    staleTime: at === undefined ? 5_000 : Infinity,
    placeholderData: keepPreviousData,
  })
}

/** A fact's name without its version. */
export function typeOf(fact: StreamFact): string {
  return fact.type.replace(/\.\d+$/, '')
}

/** What a holder is called: by name, else its address without its kind. */
export function nameOf(names: Record<string, string> | undefined, holder: string): string {
  return names?.[holder] ?? holder.replace(/^[a-z]+\//, '')
}
