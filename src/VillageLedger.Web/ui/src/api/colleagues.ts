import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { callJson } from './client'
import type { components } from './schema'
import { useSessionQuery } from './session'

export type Colleague = components['schemas']['Colleague']

/** Those who work with the same owners, by their user names in small letters. */
export function useColleagues(): Record<string, string> {
  const { data: session } = useSessionQuery()
  const { data } = useQuery({ queryKey: ['colleagues', session?.user], queryFn: () => callJson<Colleague[]>('/colleagues').catch(() => []), staleTime: 600_000, enabled: !!session })
  return useMemo(() => Object.fromEntries([...(session ? [session] : []), ...(data ?? [])].map(one => [one.user.toLowerCase(), one.name])), [data, session])
}

/** What a user is called, where this person may know it; else the user name. */
export function useCalled(): (user: string | null | undefined) => string {
  const names = useColleagues()
  return useCallback(user => (user ? (names[user.toLowerCase()] ?? user) : ''), [names])
}
