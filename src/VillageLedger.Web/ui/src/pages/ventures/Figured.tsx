import { useState, type ReactNode } from 'react'
import { useSession, maySee, type Figure, type Query, type ReportView } from '../../api'
import { ReportTable, type TableProps } from '../../tables'
import { ExplainDrawer } from '../books/ExplainDrawer'
import { FactDrawer } from '../books/FactDrawer'

interface Props extends Omit<TableProps, 'view' | 'onFigure'> {
  view: ReportView | undefined
  options: Query
  /** Of the report, where it holds more than lists. */
  isFigured?: boolean
  children?: ReactNode
}

/** A report's table whose figures lead to what made them. */
export function FiguredTable({ view, options, isFigured = true, ...table }: Props) {
  const session = useSession()
  const [figure, setFigure] = useState<Figure | null>(null)
  const [fact, setFact] = useState<number | null>(null)
  if (!view) return null
  const explained = isFigured && maySee(session, view.report)
  return (
    <>
      <ReportTable {...table} view={view} options={options} onFigure={explained ? (row, column) => setFigure({ row, column }) : undefined} />
      {explained && <ExplainDrawer view={view} options={options} figure={figure} onClose={() => setFigure(null)} onFact={setFact} />}
      <FactDrawer position={fact} onClose={() => setFact(null)} />
    </>
  )
}
