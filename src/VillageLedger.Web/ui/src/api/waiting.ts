import { useQuery } from '@tanstack/react-query'
import { callJson } from './client'

export type WaitingKind = 'returned' | 'review' | 'sign' | 'post' | 'allocation' | 'claim' | 'claim-returned' | 'question' | 'answered'

/** How much of a kind waits for this person in an owner's books. */
export interface WaitingCount {
  kind: WaitingKind
  owner: string
  month?: string | null
  count: number
}

/** What waits for whoever is signed in, in all books at once. */
export function useWaitingCounts() {
  return useQuery({ queryKey: ['waiting'], queryFn: () => callJson<WaitingCount[]>('/waiting'), staleTime: 5_000 })
}
