import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callJson, type Query } from '../../api'

/** A line of the operation log: who did or read what, when, from where. */
export interface Operation {
  number: number
  at: string
  user: string
  session?: string
  address: string
  method: string
  action: string
  target: string
  content: string
  outcome: string
  status: number
  position?: number
  hash: string
}

export interface Operations {
  rows: Operation[]
  page: { number: number; pages: number; rowsPerPage: number; rowsInAll: number }
}

export interface OperationFilter {
  operator?: string
  from?: string
  to?: string
  text?: string
}

export const filterNames = ['operator', 'text', 'from-day', 'to-day'] as const

/** The filter as the address has it; its days are not the frame's period. */
export function filterOf(search: URLSearchParams): OperationFilter {
  const of = (name: string) => search.get(name)?.trim() || undefined
  return { operator: of('operator'), text: of('text'), from: of('from-day'), to: of('to-day') }
}

export function useOperations(filter: OperationFilter, page: number) {
  const query: Query = { ...filter, page }
  return useQuery({ queryKey: ['operations', query], queryFn: ({ signal }) => callJson<Operations>('/operations', { query, signal }), placeholderData: keepPreviousData })
}
