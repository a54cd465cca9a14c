import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callJson } from './client'

export interface Owner {
  /** `village/330110112201`, `company/…`, `venture/…`. */
  owner: string
  name: string
  /** Pinyin initials, small letters. */
  initials: string
  kind: string
  township?: string
  townshipName?: string
  county?: string
  countyName?: string
  standard?: string
  firstMonth?: string
  closedThrough?: string
  lastMonth?: string
}

export interface Account {
  account: string
  name: string
  initials: string
  /** The account that it is a detail of. */
  parent?: string | null
  leaf: boolean
  /** Where money itself lies on it. */
  role?: 'cash' | 'bank' | 'internal' | null
  balanceSide: 'debit' | 'credit'
  requires: string[]
}

export interface Party {
  party: string
  /** None of natural persons, whose names only those read who ask for them. */
  name: string | null
  initials: string
  kind: string
}

export interface Moment {
  position: number
  recordedAt: string | null
}

export interface Mark extends Moment {
  kind: 'month-closed' | 'allocation' | 'dividend' | 'correction'
  owner?: string
  text: string
}

export interface StoredFact {
  position: number
  stream: string
  version: number
  type: string
  recordedAt: string
  data: unknown
  headers: unknown
}

export interface Found {
  kind: 'owner' | 'voucher' | 'report' | 'page'
  title: string
  path: string
  owner?: string
  voucher?: string
  report?: string
}

export function useOwners(enabled = true) {
  return useQuery({ queryKey: ['owners'], queryFn: () => callJson<Owner[]>('/owners'), staleTime: 60_000, enabled })
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
