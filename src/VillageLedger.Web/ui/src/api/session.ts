import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, callJson, caller } from './client'
import { isProblem } from './problem'
import type { components } from './schema'

/** A role at a place's prefix or for an owner. */
export type Role = components['schemas']['Grant']

/** Who is signed in, with the names of requests and reports that are open to him somewhere. */
export type Session = Omit<components['schemas']['Session'], 'language'> & { language?: 'zh' | 'en' }

export interface SignInAttempt {
  user: string
  password: string
  /** Of the second step. */
  code?: string
  /** A new password, where one must be chosen. */
  new?: string
}

export const sessionKey = ['session']

export async function readSession(): Promise<Session | null> {
  try {
    return remember((await callJson<Session | undefined>('/session', { mayBeSignedOut: true })) ?? null)
  } catch (error) {
    if (isProblem(error) && error.status === 401) return remember(null)
    throw error
  }
}

function remember(session: Session | null): Session | null {
  caller.csrfToken = session?.csrfToken ?? ''
  return session
}

/** Asks before any page does; what goes wrong is said where the session is used. */
export async function fetchSession(queries: QueryClient): Promise<Session | null> {
  await queries.prefetchQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Infinity })
  return queries.getQueryData<Session | null>(sessionKey) ?? null
}

/** Who is signed in: null when nobody is, undefined while it is not known yet. */
export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Infinity, retry: (times, error) => times < 2 && isProblem(error) && error.isOffline })
}

/** The session of a page that only who is signed in sees. */
export function useSession(): Session {
  const { data } = useSessionQuery()
  if (!data) throw new Error('Nobody is signed in.')
  return data
}

const factorKey = (user: string) => `vl-totp:${user.toLowerCase()}`

/** Keeps for this tab whether a user has a second factor: nobody who has one signs in without a code. */
export function noteFactor(user: string, has: boolean) {
  sessionStorage.setItem(factorKey(user), has ? 'yes' : 'no')
}

/** Undefined where this tab did not see the sign-in. */
export function notedFactor(user: string): boolean | undefined {
  const noted = sessionStorage.getItem(factorKey(user))
  return noted === null ? undefined : noted === 'yes'
}

export function useSignIn() {
  const queries = useQueryClient()
  return useCallback(
    async (attempt: SignInAttempt) => {
      await call('/session', { method: 'POST', body: attempt, mayBeSignedOut: true })
      noteFactor(attempt.user, !!attempt.code)
      const session = await readSession()
      queries.setQueryData(sessionKey, session)
      return session
    },
    [queries],
  )
}

export function useSignOut() {
  const queries = useQueryClient()
  return useCallback(async () => {
    await call('/session', { method: 'DELETE', mayBeSignedOut: true })
    remember(null)
    queries.clear()
    queries.setQueryData(sessionKey, null)
  }, [queries])
}

export function hasRole(session: Session, ...roles: string[]): boolean {
  return session.roles.some(one => roles.includes(one.role))
}

export function mayRequest(session: Session, ...names: string[]): boolean {
  return names.some(name => session.requests.includes(name))
}

export function maySee(session: Session, ...names: string[]): boolean {
  return names.some(name => session.reports.includes(name))
}
