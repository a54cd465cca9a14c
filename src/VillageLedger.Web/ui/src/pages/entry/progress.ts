/** Seconds that are likely left, once a few are done. */
export function secondsLeft({ done, total, startedAt }: { done: number; total: number; startedAt: number }, now: number): number | undefined {
  if (done < 2 || done >= total) return undefined
  return Math.ceil(((now - startedAt) / done / 1_000) * (total - done))
}
