import { useEffect, useState } from 'react'
import type { Language } from './words'

export interface PublicVillage {
  village: string
  name: string
  initials: string
  townshipName?: string
  countyName?: string
  firstMonth: string
  closedThrough: string
}

export type Reading<T> = { state: 'waiting' } | { state: 'read'; value: T } | { state: 'failed'; detail: string }

/** Reads what everybody may read; the server's own words where it refuses. */
export function useRead<T>(path: string | null, language: Language): Reading<T> & { again: () => void } {
  const [reading, setReading] = useState<Reading<T>>({ state: 'waiting' })
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (!path) return
    const stop = new AbortController()
    setReading({ state: 'waiting' })
    fetch(`/api/public/${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { signal: stop.signal, headers: { Accept: 'application/json, application/problem+json' } })
      .then(async response => {
        const body = (await response.json().catch(() => null)) as (T & { detail?: string }) | null
        setReading(response.ok && body !== null ? { state: 'read', value: body } : { state: 'failed', detail: body?.detail ?? '' })
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) setReading({ state: 'failed', detail: '' })
      })
    return () => stop.abort()
  }, [path, language, times])
  return { ...reading, again: () => setTimes(times + 1) }
}
