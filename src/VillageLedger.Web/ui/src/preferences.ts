import { useSyncExternalStore } from 'react'
import type { Unit } from './money'
import type { Language } from './texts'

export interface Preferences {
  theme: 'auto' | 'light' | 'dark'
  language: Language
  unit: Unit
  /** The slider of the known-at clock stands above every page. */
  isTimePinned: boolean
  /** Where this person worked last. */
  owner?: string
}

const key = 'village-ledger'
const initial: Preferences = { theme: 'auto', language: 'zh', unit: 'yuan', isTimePinned: false }
const listeners = new Set<() => void>()
let preferences = read()

function read(): Preferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) }
  } catch {
    return initial
  }
}

export function currentPreferences(): Preferences {
  return preferences
}

/** Kept in this browser only. */
export function prefer(change: Partial<Preferences>) {
  preferences = { ...preferences, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, currentPreferences)
}
