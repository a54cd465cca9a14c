import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { callJson, useReportList, type Query } from '../../api'

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
  /** Actions that the text means, by their names; separated by commas. */
  actions?: string
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

/** What actions are called, and which are meant by a text: what is read in the table is found by it. */
export function useActionTitles() {
  const { t, i18n } = useTranslation('regulator')
  const { data: reports } = useReportList()
  return useMemo(() => {
    const titles = new Map<string, string>()
    for (const [namespace, start] of [['requests', 'title.'], ['regulator', 'operation-of.']] as const)
      for (const key of Object.keys((i18n.getResourceBundle('zh', namespace) ?? {}) as object)) if (key.startsWith(start)) titles.set(key.slice(start.length), t(`${namespace}:${key}`))
    for (const one of reports ?? []) titles.set(one.name, one.title)
    return {
      of: (action: string) => titles.get(action) ?? action,
      meant: (text: string | undefined) => (text ? [...titles].filter(([, title]) => title.toLowerCase().includes(text.toLowerCase())).map(([action]) => action).join(',') || undefined : undefined),
    }
  }, [t, i18n, reports])
}
