import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readReport, reportKey, type Owner, type Query } from '../../../api'
import { useWhen, useWhere } from '../../../frame'
import { today } from '../../../questions/days'
import { questionsOf, type Question } from './question'

const othersAtOnce = 30

/** Which registers hold the questions about these owners: the township or the counties of villages, of which the server shows what may be seen; each company and venture by itself. */
export function registersOf(owners: Owner[]): Query[] {
  const villages = owners.filter(one => one.kind === 'village')
  const townships = [...new Set(villages.map(one => one.township ?? one.owner.slice('village/'.length, 'village/'.length + 9)))]
  const places = townships.length === 1 ? townships : [...new Set(townships.map(one => one.slice(0, 6)))]
  return [...places.map(place => ({ place })), ...owners.filter(one => one.kind !== 'village').slice(0, othersAtOnce).map(one => ({ book: one.owner }))]
}

/** Questions about everything this person sees, or about the chosen place or owner only. */
export function useQuestions(isHereOnly: boolean) {
  const { owners, owner, place } = useWhere()
  const { at } = useWhen()
  const registers = useMemo(() => (isHereOnly ? [owner ? { book: owner } : { place }] : registersOf(owners)), [isHereOnly, owner, place, owners])
  return useQueries({
    queries: registers.map(register => {
      const options = { ...register, date: today(), ...(at === undefined ? {} : { at }) }
      return { queryKey: reportKey('questions', options), queryFn: ({ signal }: { signal: AbortSignal }) => readReport('questions', options, signal), staleTime: 5_000 }
    }),
    combine: results => ({
      questions: results.flatMap(({ data }): Question[] => (data ? questionsOf(data) : [])).toSorted((a, b) => a.due.localeCompare(b.due)),
      isPending: results.some(one => one.isPending),
      error: results.every(one => one.error) ? results[0]?.error : null,
      retry: () => results.forEach(one => void one.refetch()),
    }),
  })
}
