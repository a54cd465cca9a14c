import type { Job } from '../api'

/** Percent that is done, never 100 before the end. */
export function partOf({ state, done, total }: Pick<Job, 'state' | 'done' | 'total'>): number {
  if (state === 'done') return 100
  if (total <= 0) return 0
  return Math.min(99, Math.floor((100 * done) / total))
}

export function remainingParts(seconds: number | undefined): { unit: 'seconds' | 'minutes'; count: number } | undefined {
  if (seconds === undefined) return undefined
  return seconds < 90 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.round(seconds / 60) }
}
