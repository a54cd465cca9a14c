import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invalidateFigures, isProblem, newId, postRequest, type Fields } from '../../api'
import { problemText } from '../../frame'

export interface Task {
  /** What it is about, as a reader names it: a village, a voucher. */
  label: string
  request: string
  fields: Fields
}

export interface BatchState {
  title: string
  done: number
  total: number
  startedAt: number
  isRunning: boolean
  isCancelled: boolean
  refused: { label: string; text: string }[]
}

/** Several requests, one after the other, each all or none. What is refused does not stop the rest; a cancel stops before the next. */
export function useBatch() {
  const { t } = useTranslation('frame')
  const queries = useQueryClient()
  const [state, setState] = useState<BatchState | null>(null)
  const cancelled = useRef(false)

  const run = useCallback(
    async (title: string, tasks: Task[]) => {
      cancelled.current = false
      const refused: BatchState['refused'] = []
      const tell = (done: number, isRunning: boolean) => setState(before => ({ title, done, total: tasks.length, startedAt: before?.isRunning ? before.startedAt : Date.now(), isRunning, isCancelled: cancelled.current, refused: [...refused] }))
      tell(0, true)
      let done = 0
      for (const { label, request, fields } of tasks) {
        if (cancelled.current) break
        try {
          await postRequest(request, newId(), fields)
        } catch (error) {
          refused.push({ label, text: problemText(error, t) })
          // Without a connection the rest would fail the same way.
          if (isProblem(error) && (error.isOffline || error.status === 401)) break
        }
        tell(++done, true)
      }
      tell(done, false)
      await invalidateFigures(queries)
    },
    [queries, t],
  )

  return { state, run, cancel: useCallback(() => (cancelled.current = true), []), dismiss: useCallback(() => setState(null), []) }
}
