import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mayRequest, readReport, reportKey, useSession, type Owner, type Query, type ReportView, type Session } from '../../../api'
import { useWhere } from '../../../frame'
import { allocationsOf, claimsOf, dividendsOf, vouchersOf, type Waiting } from './waiting'

/** Books are asked one by one; of more than these only those of the chosen place are. */
export const booksAtOnce = 30

interface Asked {
  report: string
  options: Query
  read: (view: ReportView) => Waiting[]
}

/** Which reports say what waits for this person in these books. */
export function askedOf(owners: Owner[], session: Session): Asked[] {
  const may = (request: string) => mayRequest(session, request)
  const { user } = session
  return owners.flatMap((owner): Asked[] => {
    const book = owner.owner
    const asked: Asked[] = []
    if (may('approve-claim') && owner.kind !== 'venture') asked.push({ report: 'claims', options: { book }, read: view => claimsOf(view, owner, user) })
    const isVenture = owner.kind === 'venture' && may('confirm-allocation')
    if (owner.firstMonth && (may('review-voucher') || isVenture))
      asked.push({
        report: 'voucher-list',
        options: { book, state: 'unposted' },
        read: view => [...(isVenture ? allocationsOf(view, owner, user) : []), ...(may('review-voucher') ? vouchersOf(view, owner, user) : [])],
      })
    if (may('resolve-dividend') && owner.kind !== 'venture') asked.push({ report: 'dividends', options: { payer: book }, read: view => dividendsOf(view, owner) })
    return asked
  })
}

export function useWaiting(isHereOnly: boolean) {
  const session = useSession()
  const { owners, owner, place } = useWhere()
  const inside = useMemo(
    () => (isHereOnly ? owners.filter(one => (owner ? one.owner === owner : one.township === place || one.county === place)) : owners).slice(0, booksAtOnce * 2),
    [isHereOnly, owners, owner, place],
  )
  const asked = useMemo(() => askedOf(inside, session), [inside, session])
  return useQueries({
    queries: asked.map(({ report, options }) => ({ queryKey: reportKey(report, options), queryFn: ({ signal }: { signal: AbortSignal }) => readReport(report, options, signal), staleTime: 5_000 })),
    combine: results => ({
      waiting: results.flatMap(({ data }, i) => (data ? asked[i]!.read(data) : [])).toSorted((a, b) => a.date.localeCompare(b.date)),
      isPending: results.some(one => one.isPending),
      // A book that may not be asked for this hides nothing of the others.
      error: results.length > 0 && results.every(one => one.error) ? results[0]!.error : null,
      retry: () => results.forEach(one => void one.refetch()),
    }),
  })
}
