import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useOwners, type Owner } from '../api'
import { currentPreferences, prefer } from '../preferences'

export interface Where {
  /** Whose books: `village/330110112201`. Undefined where a place was chosen, or nobody's books may be seen. */
  owner?: string
  /** The prefix of a division code, 6 or 9 digits, where a whole place was chosen. */
  place?: string
  current?: Owner
  owners: Owner[]
  /** What the place, or the owner, is called. */
  name: string
  setOwner: (owner: string) => void
  setPlace: (place: string) => void
}

const placeless: Owner[] = []

/** The place that the page is about: in the address; else where this person worked last, else the first that may be seen. */
export function useWhere(): Where {
  const [search, setSearch] = useSearchParams()
  const { data: owners = placeless } = useOwners()
  const given = search.get('owner') ?? undefined
  const place = given ? undefined : (search.get('place') ?? undefined)
  const owner = given ?? (place ? undefined : defaultOwner(owners))
  const current = useMemo(() => owners.find(one => one.owner === owner), [owners, owner])

  const change = useCallback(
    (name: 'owner' | 'place', value: string) => {
      if (name === 'owner') prefer({ owner: value })
      setSearch(before => {
        const after = new URLSearchParams(before)
        after.delete('owner')
        after.delete('place')
        after.set(name, value)
        return after
      })
    },
    [setSearch],
  )

  return {
    owner,
    place,
    current,
    owners,
    name: current?.name ?? (place ? placeName(owners, place) : (owner ?? '')),
    setOwner: useCallback(value => change('owner', value), [change]),
    setPlace: useCallback(value => change('place', value), [change]),
  }
}

export function defaultOwner(owners: Owner[]): string | undefined {
  const last = currentPreferences().owner
  if (owners.some(one => one.owner === last)) return last
  return (owners.find(one => one.kind === 'village' && one.lastMonth) ?? owners.find(one => one.lastMonth) ?? owners[0])?.owner
}

export function placeName(owners: Owner[], place: string): string {
  const inside = owners.find(one => one.township === place || one.county === place)
  return (inside?.township === place ? inside.townshipName : inside?.countyName) ?? place
}
