import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query'
import { callJson } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

/** Somebody who keeps books: `village/330110112201`, `company/…`, `venture/…`; `initials` are those of its name in pinyin. */
export type Owner = Schemas['Owner']

/** `parent`: the account that it is a detail of; `role`: where money itself lies on it. */
export type Account = Schemas['Account']

/** Natural persons have no name here: only those read it who ask for it. */
export type Party = Schemas['Party']

export type Moment = Schemas['Moment']

/** A moment worth going back to. */
export type Mark = Schemas['MarkedMoment']

export type StoredFact = Schemas['StoredFact']

export type Found = Schemas['Found']

const ownersQuery = { queryKey: ['owners'], queryFn: () => callJson<Owner[]>('/owners'), staleTime: 60_000 }

export function fetchOwners(queries: QueryClient) {
  return queries.prefetchQuery(ownersQuery)
}

export function useOwners(enabled = true) {
  return useQuery({ ...ownersQuery, enabled })
}

export function useAccounts(owner: string | undefined, month?: string) {
  return useQuery({ queryKey: ['accounts', owner, month], queryFn: () => callJson<Account[]>(`/owners/${owner}/accounts`, { query: { month } }), staleTime: 60_000, enabled: !!owner })
}

export function useParties(owner: string | undefined) {
  return useQuery({ queryKey: ['parties', owner], queryFn: () => callJson<Party[]>(`/owners/${owner}/parties`), staleTime: 60_000, enabled: !!owner })
}

export function useNow() {
  return useQuery({ queryKey: ['now'], queryFn: () => callJson<Moment>('/now') })
}

/** Moments worth going back to, oldest first. */
export function useMarks(owner: string | undefined, enabled = true) {
  return useQuery({ queryKey: ['moments', owner], queryFn: async () => (await callJson<Mark[]>('/moments', { query: { owner } })).sort((a, b) => a.position - b.position), enabled, placeholderData: keepPreviousData })
}

/** The last position at an instant or at the end of a day, Shanghai's time. */
export function momentAt(asOf: string): Promise<Moment> {
  return callJson<Moment>('/moments/at', { query: { asOf } })
}

export function useFact(position: number | null) {
  return useQuery({ queryKey: ['fact', position], queryFn: () => callJson<StoredFact>(`/facts/${position}`), enabled: position !== null, staleTime: Infinity })
}

export function useSearch(text: string) {
  return useQuery({ queryKey: ['search', text], queryFn: () => callJson<Found[]>('/search', { query: { q: text } }), enabled: text.trim().length > 0, placeholderData: keepPreviousData })
}
