import { useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { useMarks, type Mark } from '../api'
import { lastClosings } from './closings'
import { useWhere } from './where'

/** Pages about all villages of a place, whoever's books were chosen. */
const pagesOfPlaces = ['/township', '/closing/villages']

/** The moments that the clock of this page stops at: those of one owner's books, or, where the page is about a place, those of its villages. */
export function useMarksHere(): { data?: Mark[]; error?: unknown } {
  const { owner, place, current, owners } = useWhere()
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const isOfPlace = owner === undefined || pagesOfPlaces.includes(pathname)
  const isOfCounty = pathname === '/township' && ['county', 'township'].includes(search.get('by') ?? '')
  const prefix = isOfPlace ? (place ?? current?.township ?? '').slice(0, isOfCounty ? 6 : undefined) : ''
  const { data, error } = useMarks(isOfPlace ? undefined : owner)
  return useMemo(() => {
    if (!isOfPlace || !data) return { data, error }
    const inside = new Set(owners.flatMap(one => (one.kind === 'village' && [one.owner.slice('village/'.length), one.township, one.county].some(code => code?.startsWith(prefix)) ? [one.owner] : [])))
    return { data: lastClosings(data.filter(mark => inside.has(mark.owner ?? ''))) }
  }, [data, error, isOfPlace, prefix, owners])
}
