import { useSyncExternalStore } from 'react'

export const phone = '(max-width: 719px)'
const dark = '(prefers-color-scheme: dark)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    listener => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

export const useIsPhone = () => useMedia(phone)
export const usePrefersDark = () => useMedia(dark)
