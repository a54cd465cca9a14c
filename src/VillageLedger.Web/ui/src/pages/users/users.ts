import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { callJson, type Call, type Owner } from '../../api'

export interface GivenRole {
  role: string
  /** A prefix of the division code, or an owner's address. */
  at: string
  givenBy: string
  givenAt: string
}

export interface User {
  user: string
  name: string
  isDisabled: boolean
  mustChangePassword: boolean
  hasTotp: boolean
  createdAt: string
  lastSeenAt?: string
  roles: GivenRole[]
}

/** Shown once, then known to nobody. */
export interface NewPassword {
  user: string
  password: string
}

export interface SessionEntry {
  id: string
  user: string
  signedInAt: string
  lastSeenAt: string
  address: string
  agent: string
  isThis: boolean
}

export const usersKey = ['users']
export const sessionsKey = ['sessions']

export function useUsers(enabled = true) {
  return useQuery({ queryKey: usersKey, queryFn: () => callJson<User[]>('/users'), enabled })
}

export function useSessions(ofAll: boolean) {
  return useQuery({ queryKey: [...sessionsKey, ofAll], queryFn: () => callJson<SessionEntry[]>('/sessions', { query: { all: ofAll } }) })
}

/** A call that changes users or sessions; what went wrong stands in `problem` until the next one. */
export function useDesk() {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const act = useCallback(
    async <T>(path: string, call: Call): Promise<T | undefined> => {
      setBusy(true)
      setProblem(null)
      try {
        const answer = (await callJson<T | undefined>(path, call)) ?? ({} as T)
        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'users' || queryKey[0] === 'sessions' })
        return answer
      } catch (error) {
        setProblem(error)
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [queries],
  )
  return { act, isBusy, problem }
}

export function userPath(user: string): string {
  return `/users/${encodeURIComponent(user)}`
}

/** Roles at a division's place; those for an owner are the same but for a company's manager. */
export const roleNames = ['clerk', 'cashier', 'accountant', 'reviewer', 'chair', 'auditor', 'regulator', 'manager', 'administrator'] as const

export interface PlaceChoice {
  value: string
  label: string
  words: string
}

/** Counties, townships and owners that a role can be given at; an administrator who sees none types the code. */
export function placesOf(owners: Owner[], wholeName: (name: string) => string): PlaceChoice[] {
  const places = new Map<string, string>()
  for (const one of owners) {
    if (one.county) places.set(one.county, one.countyName ?? one.county)
    if (one.township) places.set(one.township, `${one.countyName ?? ''} ${one.townshipName ?? one.township}`.trim())
  }
  const whole = [...places].sort(([a], [b]) => a.length - b.length || a.localeCompare(b)).map(([code, name]) => ({ value: code, label: `${wholeName(name)} ${code}`, words: `${name} ${code}`.toLowerCase() }))
  const single = owners.map(one => {
    const at = one.kind === 'village' ? one.owner.slice('village/'.length) : one.owner
    return { value: at, label: `${one.name} ${at}`, words: `${one.name} ${one.initials} ${one.owner}`.toLowerCase() }
  })
  return [...whole, ...single]
}

/** Whether a text names a place or an owner by its form: 330110, 330110112, 330110112201, company/…, venture/… */
export function isPlace(text: string): boolean {
  return /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|(village|company|venture)\/[A-Za-z0-9._-]+)$/.test(text)
}

/** A browser as people call it: Chrome · Linux. */
export function agentText(agent: string): string {
  const browser = /Edg\//.test(agent) ? 'Edge' : /MicroMessenger/.test(agent) ? '微信 WeChat' : /Firefox\//.test(agent) ? 'Firefox' : /Chrome\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : ''
  const system = /iPhone|iPad/.test(agent) ? 'iOS' : /Android/.test(agent) ? 'Android' : /Windows/.test(agent) ? 'Windows' : /Mac OS X/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : ''
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40)
}
