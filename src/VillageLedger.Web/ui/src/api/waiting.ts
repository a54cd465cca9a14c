import { useQuery } from '@tanstack/react-query'
import { callJson } from './client'
import type { components } from './schema'

/** How much of a kind waits for this person in an owner's books. */
export type WaitingCount = components['schemas']['Waiting']
export type WaitingKind = WaitingCount['kind']

/** What waits for whoever is signed in, in all books at once. */
export function useWaitingCounts() {
  return useQuery({ queryKey: ['waiting'], queryFn: () => callJson<WaitingCount[]>('/waiting'), staleTime: 5_000 })
}
