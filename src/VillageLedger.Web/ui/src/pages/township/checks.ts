import { useQueries } from '@tanstack/react-query'
import { readReport, reportKey, type ReportView } from '../../api'
import { checkedOf, type Checked } from './marks'

export interface AskedCheck {
  owner: string
  month: string
}

export interface OwnersCheck extends AskedCheck {
  view?: ReportView
  checked?: Checked
}

/** So many villages are looked at without being asked for; each is one report of its book. */
export const checksAtOnce = 40

/** What stands between each book and the closing of a month, by owner; those that cannot be checked are left out. */
export function useChecks(asked: AskedCheck[], at: number | undefined): Map<string, OwnersCheck> {
  return useQueries({
    queries: asked.map(({ owner, month }) => {
      const options = { book: owner, month, ...(at === undefined ? {} : { at }) }
      return { queryKey: reportKey('month-check', options), queryFn: ({ signal }: { signal: AbortSignal }) => readReport('month-check', options, signal), staleTime: at === undefined ? 30_000 : Infinity, retry: false }
    }),
    combine: results => new Map(results.flatMap(({ data }, i) => (data ? [[asked[i]!.owner, { ...asked[i]!, view: data, checked: checkedOf(data) }] as const] : []))),
  })
}

/** The month after the last closed one, but none behind the month that is looked at. */
export function earliestOpen(firstMonth: string | null | undefined, closedThrough: string | null | undefined, lookedAt: string): string | undefined {
  const next = closedThrough ? monthAfter(closedThrough) : (firstMonth ?? undefined)
  return next !== undefined && next <= lookedAt ? next : undefined
}

export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
