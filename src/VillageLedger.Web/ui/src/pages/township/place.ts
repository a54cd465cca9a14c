import { useMemo } from 'react'
import type { Owner } from '../../api'
import { useWhere, type Where } from '../../frame'

export interface Place {
  /** Prefix of division codes, 6 or 9 digits; undefined: everything that may be seen. */
  place?: string
  name: string
  /** Villages of the place that may be seen, by code. */
  villages: Owner[]
}

/** The place that a page over many villages is about: the one that was chosen, else the township of the chosen village. */
export function usePlace(): Place {
  const where = useWhere()
  return useMemo(() => placeOf(where), [where.owners, where.place, where.owner]) // eslint-disable-line react-hooks/exhaustive-deps
}

export function placeOf({ owners, place: chosen, current }: Pick<Where, 'owners' | 'place' | 'current'>): Place {
  const place = chosen ?? current?.township ?? undefined
  const inside = owners.filter(one => one.kind === 'village' && (!place || codeOf(one).startsWith(place) || one.township === place || one.county === place))
  const named = inside.find(one => one.township === place) ?? inside.find(one => one.county === place)
  const name = (named?.township === place ? named?.townshipName : named?.countyName) ?? place ?? ''
  return { place, name, villages: inside.toSorted((a, b) => a.owner.localeCompare(b.owner)) }
}

/** village/330110112201 → 330110112201 */
export function codeOf(owner: Pick<Owner, 'owner'>): string {
  return owner.owner.slice(owner.owner.indexOf('/') + 1)
}
