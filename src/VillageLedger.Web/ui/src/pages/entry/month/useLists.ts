import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { readReport, reportKey, type Owner, type ReportView } from '../../../api'
import { useWhen, useWhere } from '../../../frame'
import { stateOption, type Listed, type Stage } from './merge'

const none: string[] = []

/** Voucher lists of the villages that are chosen: where the page is, or all of the place that is. */
export function useLists(stage: Stage, text: string) {
  const { owner, place, owners: all } = useWhere()
  const when = useWhen()
  const queries = useQueryClient()
  const keepers = useMemo(() => all.filter(one => one.firstMonth), [all])
  const placed = useMemo(
    () => (owner ? [owner] : place ? keepers.filter(one => one.township === place || one.county === place).map(one => one.owner) : none),
    [owner, place, keepers],
  )
  const [chosenOwners, setChosenOwners] = useState<string[]>(placed)
  useEffect(() => setChosenOwners(placed), [placed])
  const owners = useMemo(() => chosenOwners.flatMap(id => all.find(one => one.owner === id) ?? []), [chosenOwners, all])

  const combine = useCallback(
    (results: { data?: ReportView; isFetching: boolean; error: unknown }[]) => ({
      lists: results.flatMap<Listed>((one, i) => (one.data && owners[i] ? [{ owner: owners[i] as Owner, view: one.data }] : [])),
      isPending: results.some(one => one.isFetching && !one.data),
      problem: results.find(one => one.error)?.error,
    }),
    [owners],
  )
  const found = useQueries({
    queries: owners.map(one => {
      const options = { book: one.owner, ...when.options, state: stateOption(stage), text: text.trim() }
      return { queryKey: reportKey('voucher-list', options), queryFn: ({ signal }: { signal: AbortSignal }) => readReport('voucher-list', options, signal), staleTime: 5_000 }
    }),
    combine,
  })
  return { owners, keepers, chosenOwners, setChosenOwners, ...found, retry: () => void queries.refetchQueries({ queryKey: ['report', 'voucher-list'] }) }
}
