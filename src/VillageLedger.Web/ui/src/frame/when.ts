import dayjs from 'dayjs'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useWhere } from './where'

/** The accounting period; months as `2025-06`, years as `2025`. */
export type Period = { kind: 'month'; month: string } | { kind: 'year'; year: string } | { kind: 'range'; from: string; to: string }

export interface When {
  period: Period
  /** The period's last month. */
  month: string
  /** Known at this position of the log; undefined: now. */
  at?: number
  /** The past is looked at: nothing may be entered. */
  isHistoric: boolean
  /** What reports take: the period and the position. */
  options: { year?: string; month?: string; from?: string; to?: string; at?: number }
  setPeriod: (period: Period) => void
  /** Undefined: back to now. A drag replaces its own steps in the history of the browser. */
  setAt: (at: number | undefined, replaces?: boolean) => void
}

const clockNames = ['year', 'month', 'from', 'to'] as const

/** The two clocks, kept in the address: the accounting period, and what was known of it. */
export function useWhen(): When {
  const [search, setSearch] = useSearchParams()
  const { current } = useWhere()
  const words = search.toString()
  const otherwise = current?.lastMonth ?? current?.closedThrough ?? current?.firstMonth ?? dayjs().format('YYYY-MM')
  const { period, at } = useMemo(() => readClocks(new URLSearchParams(words), otherwise), [words, otherwise])

  const setPeriod = useCallback(
    (next: Period) =>
      setSearch(before => {
        const after = new URLSearchParams(before)
        for (const name of clockNames) after.delete(name)
        for (const [name, value] of Object.entries(periodOptions(next))) after.set(name, value)
        return after
      }),
    [setSearch],
  )
  const setAt = useCallback(
    (next: number | undefined, replaces = false) =>
      setSearch(
        before => {
          const after = new URLSearchParams(before)
          if (next === undefined) after.delete('at')
          else after.set('at', String(next))
          return after
        },
        { replace: replaces },
      ),
    [setSearch],
  )

  return useMemo(
    () => ({ period, month: lastMonth(period), at, isHistoric: at !== undefined, options: { ...periodOptions(period), ...(at === undefined ? {} : { at }) }, setPeriod, setAt }),
    [period, at, setPeriod, setAt],
  )
}

export function readClocks(search: URLSearchParams, otherwise: string): { period: Period; at?: number } {
  const [year, month, from, to] = clockNames.map(name => search.get(name) ?? '')
  const at = /^\d{1,15}$/.test(search.get('at') ?? '') ? Number(search.get('at')) : undefined
  const isMonth = (text = '') => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
  if (isMonth(month)) return { period: { kind: 'month', month: month! }, at }
  if (/^\d{4}$/.test(year ?? '')) return { period: { kind: 'year', year: year! }, at }
  if (isMonth(from) && isMonth(to)) return { period: { kind: 'range', from: from!, to: to! }, at }
  return { period: { kind: 'month', month: otherwise }, at }
}

export function periodOptions(period: Period): Record<string, string> {
  if (period.kind === 'month') return { month: period.month }
  return period.kind === 'year' ? { year: period.year } : { from: period.from, to: period.to }
}

export function lastMonth(period: Period): string {
  if (period.kind === 'month') return period.month
  return period.kind === 'year' ? `${period.year}-12` : period.to
}

/** 2025-06 as people read it: 2025年6月, June 2025. */
export function monthText(month: string, language: string): string {
  const [year, number] = month.split('-').map(Number)
  if (!year || !number) return month
  return language === 'zh' ? `${year}年${number}月` : new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(new Date(year, number - 1, 1))
}

export function periodText(period: Period, language: string): string {
  if (period.kind === 'month') return monthText(period.month, language)
  if (period.kind === 'year') return language === 'zh' ? `${period.year}年` : period.year
  return language === 'zh' ? `${monthText(period.from, language)}至${monthText(period.to, language)}` : `${monthText(period.from, language)} – ${monthText(period.to, language)}`
}
