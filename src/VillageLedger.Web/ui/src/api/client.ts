import { setReachable } from './online'
import { ApiProblem, problemOf } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

/** What every call says beside its own words; set by the session and the switch of the language. */
export const caller = { csrfToken: '', language: 'zh' as 'zh' | 'en' }

const sessionEnded = new EventTarget()

/** Tells when the server no longer knows who is there, while somebody was. */
export function onSessionEnded(listener: () => void) {
  sessionEnded.addEventListener('ended', listener)
  return () => sessionEnded.removeEventListener('ended', listener)
}

/** An address of the server: options without a value are left out, a flag that is set is `true`. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    search.set(name, String(value))
  }
  search.set('lang', caller.language)
  return `/api${path}?${search}`
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Query
  /** Sent as JSON, or as it is where it is a Blob. */
  body?: unknown
  signal?: AbortSignal
  /** A 401 is an answer here (sign-in, who is there), not the end of the session. */
  mayBeSignedOut?: boolean
}

export async function call(path: string, { method = 'GET', query, body, signal, mayBeSignedOut }: Call = {}): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  const isBytes = body instanceof Blob
  if (body !== undefined && !isBytes) headers.set('Content-Type', 'application/json')
  if (isBytes) headers.set('Content-Type', body.type || 'application/octet-stream')
  if (method !== 'GET') headers.set('X-CSRF-Token', caller.csrfToken)
  const response = await reach(addressOf(path, query), {
    method,
    headers,
    signal,
    credentials: 'same-origin',
    body: body === undefined ? undefined : isBytes ? body : JSON.stringify(body),
  })
  if (response.ok) return response
  if (response.status === 401 && !mayBeSignedOut) sessionEnded.dispatchEvent(new Event('ended'))
  throw await problemOf(response)
}

export async function callJson<T>(path: string, options?: Call): Promise<T> {
  const response = await call(path, options)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init)
    // What stands between (vite's proxy, a balancer) says 502 to 504 where the server is away.
    const isProblem = (response.headers.get('content-type') ?? '').includes('problem+json')
    const isAway = response.status >= 502 && response.status <= 504 && !isProblem
    setReachable(!isAway)
    if (isAway) throw new ApiProblem(response.status, 'offline', '')
    return response
  } catch (error) {
    if (error instanceof ApiProblem || (error instanceof DOMException && error.name === 'AbortError')) throw error
    setReachable(false)
    throw new ApiProblem(0, 'offline', '')
  }
}
