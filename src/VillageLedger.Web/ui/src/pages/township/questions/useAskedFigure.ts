import { rowKeys, useReport, useReportList } from '../../../api'
import { rowName, type AskedFigure } from '../../../questions'
import { cellText, decimalsOf } from '../../../tables/cells'

export interface NamedFigure {
  row: string
  heading: string
  /** The figure as it stood when it was asked about. */
  text: string
}

/** What a figure that was asked about is called and how much it was; undefined until it is read, and where this person may not see its report. */
export function useAskedFigure(figure: AskedFigure | undefined, owner: string): NamedFigure | undefined {
  const list = useReportList()
  const definition = list.data?.find(one => one.name === figure?.report)
  const ofBook = definition?.options.some(option => option.name === 'book') ? { book: owner } : {}
  const options = { ...Object.fromEntries(new URLSearchParams(figure?.options ?? '')), ...ofBook, month: figure?.month, year: figure?.year, at: figure?.position }
  const view = useReport(figure?.report ?? '', options, { enabled: !!definition, keepsFigures: false }).data
  const index = view?.columns.findIndex(column => column.name === figure?.column) ?? -1
  const column = view?.columns[index]
  if (!figure || !view || !column) return undefined
  const cell = view.rows[rowKeys(view).indexOf(figure.row)]?.[index]
  return { row: rowName(view, figure.row), heading: column.heading, text: cellText(column, cell, { unit: 'yuan', words: view.words, decimals: decimalsOf(view.columns, view.rows) }, true) }
}
