import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query'
import { addressOf, callJson, type Query } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Cell = string | number | boolean | null

/** `name` is fixed, whatever the language; the address of a row is made of the cells of the columns with `isKey`. */
export type Column = Schemas['ReportColumn']
export type CellKind = Column['kind']

/** `text`: a word as a reader sees it. */
export type HeadLine = Omit<Schemas['ReportHead'], 'value'> & { value: Cell }

/** A report as pages show it (`format=view`); amounts in fen, rates in parts per million, quantities in thousandths. */
export type ReportView = Omit<Schemas['ReportView'], 'rows' | 'totals' | 'head' | 'words' | 'asOf'> & {
  asOf: { position: number; recordedAt?: string | null }
  rows: Cell[][]
  totals?: Cell[] | null
  head: HeadLine[]
  /** Text of each word of a column of words. */
  words: Record<string, Record<string, string>>
}

export type ReportOption = Schemas['ReportOption']
export type ReportDefinition = Schemas['ReportOffer']

export type ExportFormat = 'xlsx' | 'csv' | 'pdf' | 'json' | 'html'

export function reportKey(name: string, options: Query) {
  return ['report', name, options]
}

/** The unit of amounts is said once beside the table, where it can be switched. */
const unitOfHeading = /\s*[（(](元|yuan)[)）]$/i

async function readView(path: string, query: Query, signal?: AbortSignal): Promise<ReportView> {
  const view = await callJson<ReportView>(path, { query: { ...query, format: 'view' }, signal })
  return { ...view, columns: view.columns.map(column => (column.kind === 'fen' ? { ...column, heading: column.heading.replace(unitOfHeading, '') } : column)) }
}

export function readReport(name: string, options: Query, signal?: AbortSignal) {
  return readView(`/reports/${name}`, options, signal)
}

interface Reading {
  enabled?: boolean
  /** The figures of before stay until the new ones are there, so that nothing jumps. */
  keepsFigures?: boolean
}

/** A report by its options as on the command line; what is known at a position is for ever the same and read once. */
export function useReport(name: string, options: Query, { enabled = true, keepsFigures = true }: Reading = {}) {
  return useQuery({
    queryKey: reportKey(name, options),
    queryFn: ({ signal }) => readReport(name, options, signal),
    enabled,
    staleTime: options['at'] === undefined ? 5_000 : Infinity,
    placeholderData: keepsFigures ? keepPreviousData : undefined,
  })
}

const listQuery = { queryKey: ['reports'], queryFn: () => callJson<ReportDefinition[]>('/reports'), staleTime: Infinity }

export function fetchReportList(queries: QueryClient) {
  return queries.prefetchQuery(listQuery)
}

export function useReportList() {
  return useQuery(listQuery)
}

/** What a report is called; its name where this person may not see it. */
export function useReportTitle(): (name: string) => string {
  const { data } = useReportList()
  return name => (data ? (data.find(report => report.name === name)?.title ?? name) : '')
}

/** Where a report is fetched as a file. */
export function exportAddress(name: string, options: Query, format: ExportFormat): string {
  return addressOf(`/reports/${name}`, { ...options, format })
}

export interface Figure {
  row: string
  column: string
}

export function useExplanation(name: string, options: Query, figure: Figure | null) {
  return useQuery({
    queryKey: ['explain', name, options, figure],
    queryFn: ({ signal }) => readView(`/reports/${name}/explain`, { ...options, ...figure }, signal),
    enabled: figure !== null,
  })
}

export function useDifference(name: string, options: Query, from: number | undefined, to: number | undefined) {
  return useQuery({
    queryKey: ['diff', name, options, from, to],
    queryFn: ({ signal }) => readView(`/reports/${name}/diff`, { ...options, at: undefined, 'from-position': from, 'to-position': to }, signal),
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** The address of each row: the cells of its key columns joined by `/`, numbered where these do not tell rows apart (`102#2`), as the server does it. */
export function rowKeys(view: Pick<ReportView, 'columns' | 'rows'>): string[] {
  const indexes = view.columns.flatMap((column, i) => (column.isKey ? [i] : []))
  const seen = new Map<string, number>()
  return view.rows.map(row => {
    const key = indexes.map(i => String(row[i] ?? '')).join('/')
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key}#${times}`
  })
}
