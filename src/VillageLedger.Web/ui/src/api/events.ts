import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressOf, callJson } from './client'
import { invalidateFigures } from './requests'

export interface FactNews {
  position: number
  stream: string
  type: string
  owner?: string
}

const settleMs = 700

/** Reads figures again when others have recorded something. One stream for the whole page; news that come together count once. */
export function useNews(enabled: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!enabled) return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const onNews = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void invalidateFigures(queries), settleMs)
    }
    callJson<{ position: number }>('/now')
      .then(({ position }) => {
        if (stopped) return
        source = new EventSource(addressOf('/events', { after: position }))
        source.onmessage = onNews
        source.addEventListener('fact', onNews)
      })
      .catch(() => undefined)
    return () => {
      stopped = true
      clearTimeout(timer)
      source?.close()
    }
  }, [enabled, queries])
}
