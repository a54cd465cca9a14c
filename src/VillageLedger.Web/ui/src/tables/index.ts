export type { ArrangedRow } from './arrange'
export { cellText, type Writing } from './cells'
export { cellOf } from './CellView'
export { ReportTable, type Selection, type TableProps } from './ReportTable'
