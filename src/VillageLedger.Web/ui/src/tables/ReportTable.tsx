import { useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rowKeys, useColleagues, type Column, type Query, type ReportView } from '../api'
import { useIsPhone } from '../media'
import { usePreferences } from '../preferences'
import { useArranged, type ArrangedRow } from './arrange'
import { CardList } from './CardList'
import { decimalsOf, userColumns, type Writing } from './cells'
import { GridTable, leastHeight } from './GridTable'
import { Tools } from './Tools'
import './tables.css'

const toolsHeight = 40

export interface Selection {
  keys: ReadonlySet<string>
  onChange: (keys: Set<string>) => void
}

export interface Mark {
  text: string
  /** The whole sentence. */
  title: string
}

export interface TableProps {
  view: ReportView
  /** The options the report was asked with; with them it can be exported. */
  options?: Query
  /** A figure was clicked: the row's address and the column's name, as explain takes them. */
  onFigure?: (row: string, column: string) => void
  /** Which columns' figures lead to what made them; amounts and quantities unless said. */
  isFigure?: (column: Column, row: ArrangedRow) => boolean
  /** What a cell shows instead of its text: a link, a tag. By column name; `cell` gives a row's cell by name. */
  cells?: Record<string, (row: ArrangedRow, text: string) => ReactNode>
  /** Buttons at a row's end. */
  rowActions?: (row: ArrangedRow) => ReactNode
  /** In pixels, where a row has more than one short button. */
  actionsWidth?: number
  rowClass?: (row: ArrangedRow) => string | undefined
  selection?: Selection
  /** A small mark before a figure, such as how much it differs from now. */
  marks?: (row: ArrangedRow, column: Column) => Mark | undefined
  cellClass?: (row: ArrangedRow, column: Column) => string | undefined
  /** Column names that are left out, whatever the report shows. */
  hidden?: string[]
  /** What stands above the table, left of its tools. */
  tools?: ReactNode
  /** What belongs here where there are no rows. */
  empty?: ReactNode
  /** Older figures stand here until the new ones are read. */
  isStale?: boolean
}

/** A report as a table: dense, sortable, filtered by typing, drawn by what is in sight where it is long; cards on a phone. */
export function ReportTable(props: TableProps) {
  const { view, hidden, onFigure } = props
  const { t } = useTranslation('tables')
  const isPhone = useIsPhone()
  const { unit } = usePreferences()
  const box = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => view.columns.flatMap((column, index) => (column.isShown && !hidden?.includes(column.name) ? [{ column, index }] : [])), [view.columns, hidden])
  const people = useColleagues()
  const writing = useMemo<Writing>(
    () => ({ unit, words: { ...Object.fromEntries(userColumns.map(name => [name, people])), ...view.words }, decimals: decimalsOf(view.columns, view.rows) }),
    [unit, view, people],
  )
  const rows = useMemo(() => {
    const keys = rowKeys(view)
    return view.rows.map((cells, i) => ({ key: keys[i]!, cells }))
  }, [view])
  const arrangement = useArranged(rows, view.columns, writing)
  const leads = useMemo(() => {
    if (!onFigure) return () => false
    return props.isFigure ?? ((column: Column) => column.kind === 'fen' || column.kind === 'quantity')
  }, [onFigure, props.isFigure])
  const Body = isPhone ? CardList : GridTable

  return (
    <div className="vl-table" data-stale={props.isStale || undefined} style={isPhone ? undefined : { minHeight: leastHeight(arrangement.arranged.length, !!view.totals) + toolsHeight }}>
      <Tools {...props} shown={shown} writing={writing} arrangement={arrangement} />
      {arrangement.arranged.length === 0 ? (
        <div className="vl-empty">{arrangement.filter ? t('nothing-found', { words: arrangement.filter }) : (props.empty ?? t('no-rows'))}</div>
      ) : (
        <Body {...props} box={box} shown={shown} writing={writing} arrangement={arrangement} leads={leads} />
      )}
    </div>
  )
}

export interface BodyProps extends TableProps {
  box: React.RefObject<HTMLDivElement | null>
  shown: { column: Column; index: number }[]
  writing: Writing
  arrangement: ReturnType<typeof useArranged>
  leads: (column: Column, row: ArrangedRow) => boolean
}
