import { useCallback, useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { useWhen } from './when'
import { useWhere } from './where'

const carried = ['owner', 'place', 'year', 'month', 'from', 'to', 'at']

/** A path with the place and the clocks of the address that is shown, and what is said beside. */
export function useAddress() {
  const { search } = useLocation()
  return useCallback((path: string, changes: Record<string, string | number | undefined> = {}) => carry(search, path, changes), [search])
}

export function carry(search: string, path: string, changes: Record<string, string | number | undefined> = {}): string {
  const before = new URLSearchParams(search)
  const [pathname = '', own = ''] = path.split('?')
  const after = new URLSearchParams(own)
  const periodNames = ['year', 'month', 'from', 'to']
  const changesPeriod = periodNames.some(name => name in changes || after.has(name))
  for (const name of carried) {
    const value = before.get(name)
    const isReplaced = (changesPeriod && periodNames.includes(name)) || ((name === 'owner' || name === 'place') && ('owner' in changes || 'place' in changes || after.has('owner')))
    if (value && !after.has(name) && !isReplaced) after.set(name, value)
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') after.delete(name)
    else after.set(name, String(value))
  }
  const query = after.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Writes place and period into an address that lacks them, so that what is seen is a link. */
export function useWholeAddress() {
  const [search, setSearch] = useSearchParams()
  const { owner, owners } = useWhere()
  const { period } = useWhen()
  const lacksPlace = !search.has('owner') && !search.has('place') && owner !== undefined
  const lacksPeriod = !['year', 'month', 'from'].some(name => search.has(name))
  useEffect(() => {
    if (owners.length === 0 || (!lacksPlace && !lacksPeriod)) return
    setSearch(
      before => {
        const after = new URLSearchParams(before)
        if (lacksPlace && owner) after.set('owner', owner)
        if (lacksPeriod && period.kind === 'month') after.set('month', period.month)
        return after
      },
      { replace: true },
    )
  }, [owners.length, lacksPlace, lacksPeriod, owner, period, setSearch])
}
