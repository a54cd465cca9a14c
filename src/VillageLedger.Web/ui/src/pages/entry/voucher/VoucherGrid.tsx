import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { capital } from '../../../capital'
import { yuan } from '../../../money'
import { cellsOf, focusCell } from './cells'
import { amountFault, difference, isBlank, sumOf, type Action, type Draft } from './grid'
import { GridRow } from './GridRow'
import type { Fault } from './request'
import type { Refused } from './useVoucher'
import type { Sources } from './useSources'

interface Props {
  draft: Draft
  sources: Sources
  faults: Fault[]
  refused: Refused | null
  isReadOnly: boolean
  dispatch: (action: Action) => void
}

type LineFault = { field?: string; text: string }
const noFaults: LineFault[] = []

/** The lines, all by keyboard. */
export function VoucherGrid({ draft, sources, faults, refused, isReadOnly, dispatch }: Props) {
  const { t } = useTranslation('entry')
  const grid = useRef<HTMLTableElement>(null)
  const latest = useRef(draft.lines)
  latest.current = draft.lines
  const lines = useCallback(() => latest.current, [])
  const faultsByLine = useMemo(() => groupedFaults(faults, refused, t), [faults, refused, t])
  const onKeyDown = useGridKeys(grid, lines, dispatch, isReadOnly)

  useEffect(() => {
    const line = faults.find(fault => fault.line !== undefined) ?? (refused?.line === undefined ? undefined : { line: refused.line, field: 'account' })
    const row = latest.current.findIndex(one => one.key === line?.line)
    if (row >= 0 && line && !grid.current?.querySelector('[aria-invalid]:focus')) focusCell(grid.current, row, line.field ?? 'account')
    // Only when they were found, not whenever one of them is mended.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refused, faults.length > 0])

  return (
    <table className="vl-voucher-grid" ref={grid} onKeyDown={onKeyDown} aria-label={t('lines')}>
      <thead>
        <tr>
          <th scope="col" aria-label={t('column.line')} />
          <th scope="col">{t('column.summary')}</th>
          <th scope="col">{t('column.account')}</th>
          <th scope="col" data-number>{t('column.debit')}</th>
          <th scope="col" data-number>{t('column.credit')}</th>
          <th scope="col" aria-label={t('column.tools')} />
        </tr>
      </thead>
      <tbody>
        {draft.lines.map((line, row) => (
          <GridRow key={line.key} line={line} row={row} sources={sources} faults={faultsByLine.get(line.key) ?? noFaults} isReadOnly={isReadOnly} dispatch={dispatch} lines={lines} />
        ))}
      </tbody>
      <Sums draft={draft} />
    </table>
  )
}

function Sums({ draft }: { draft: Draft }) {
  const { t } = useTranslation('entry')
  const [debit, credit, gap] = [sumOf(draft.lines, 'debit'), sumOf(draft.lines, 'credit'), difference(draft.lines)]
  const isEmpty = draft.lines.every(isBlank)
  const unreadable = draft.lines.flatMap((line, i) => (['debit', 'credit'] as const).flatMap(side => ({ number: i + 1, text: line[side].trim(), fault: amountFault(line[side]) }))).find(one => one.fault)
  const state = unreadable ? 'unreadable' : gap === undefined ? 'too-much' : isEmpty ? 'nothing' : gap === 0 ? 'even' : gap > 0 ? 'debit-more' : 'credit-more'
  return (
    <tfoot>
      <tr>
        <td />
        <td colSpan={2}>
          <span className="vl-sum-words">
            <b>{t('total')}</b> {debit === undefined || isEmpty || unreadable ? '' : capital(debit)}
          </span>
          <span className="vl-difference" role="status" data-state={state}>
            {unreadable ? t(`fault.amount-${unreadable.fault}`, { number: unreadable.number, text: unreadable.text }) : t(`difference.${state}`, { amount: gap === undefined ? '' : yuan(Math.abs(gap)) })}
          </span>
        </td>
        {[debit, credit].map((sum, i) => (
          <td key={i} data-number data-red={(sum ?? 0) < 0 || undefined} aria-label={t(i === 0 ? 'total-debit' : 'total-credit')}>
            {sum === undefined ? '—' : yuan(sum)}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  )
}

function groupedFaults(faults: Fault[], refused: Refused | null, t: (key: string, values?: Record<string, unknown>) => string): Map<number, LineFault[]> {
  const all = new Map<number, LineFault[]>()
  const add = (line: number, fault: LineFault) => all.set(line, [...(all.get(line) ?? []), fault])
  for (const fault of faults) if (fault.line !== undefined) add(fault.line, { field: fault.field, text: t(fault.key, fault.values) })
  if (refused?.line !== undefined) add(refused.line, { field: 'account', text: refused.problem.detail })
  return all
}

/** Enter goes on as Tab does; up and down stay in the column; Ctrl+I and Ctrl+D insert and delete a line; F8 opens its further fields, and from one of them closes them. */
function useGridKeys(grid: React.RefObject<HTMLTableElement | null>, lines: () => Draft['lines'], dispatch: (action: Action) => void, isReadOnly: boolean) {
  return (event: KeyboardEvent) => {
    const cell = event.target as HTMLElement
    const row = Number(cell.dataset['row'])
    const field = cell.dataset['field']
    if (!field || event.nativeEvent.isComposing || isReadOnly) return
    // At once: what is typed next must not land in the cell that is left.
    const goTo = (action: Action | undefined, at: number, name: string) => {
      if (action) flushSync(() => dispatch(action))
      focusCell(grid.current, at, name)
    }
    const key = event.key.toLowerCase()
    if (event.ctrlKey && (key === 'i' || key === 'd')) {
      event.preventDefault()
      const left = Math.max(0, Math.min(row, lines().length - 2))
      goTo({ kind: key === 'i' ? 'insert' : 'remove', row }, key === 'i' ? row : left, key === 'i' ? 'summary' : field)
    } else if (event.key === 'F8') {
      event.preventDefault()
      const isOpen = lines()[row]?.isWide
      if (isOpen && isFurther(field)) goTo({ kind: 'widen', row }, row, 'account')
      else goTo(isOpen ? undefined : { kind: 'widen', row }, row, 'party')
    } else if (!event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && cell instanceof HTMLInputElement) {
      event.preventDefault()
      focusCell(grid.current, row + (event.key === 'ArrowDown' ? 1 : -1), field)
    } else if (!event.ctrlKey && !event.altKey && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && isLast(grid.current, cell) && !isBlank(lines()[row]!)))) {
      event.preventDefault()
      if (event.shiftKey) return step(grid.current, cell, -1)
      if (field === 'summary') dispatch({ kind: 'carry', row })
      const line = lines()[row]
      // A line has one side: whoever filled the debit goes on with the next line.
      const isOver = field === 'credit' || (field === 'debit' && line?.debit.trim() !== '')
      if (!isOver) return step(grid.current, cell, 1)
      goTo(row === lines().length - 1 ? { kind: 'insert', row: row + 1 } : undefined, row + 1, 'summary')
    }
  }
}

function isFurther(field: string): boolean {
  return !['summary', 'account', 'debit', 'credit'].includes(field)
}

function isLast(grid: HTMLElement | null, cell: HTMLElement): boolean {
  return grid !== null && cellsOf(grid).at(-1) === cell
}

function step(grid: HTMLElement | null, cell: HTMLElement, by: number) {
  const cells = grid ? cellsOf(grid) : []
  const next = cells[cells.indexOf(cell) + by]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
