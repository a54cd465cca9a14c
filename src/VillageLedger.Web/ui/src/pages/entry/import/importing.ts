/** What a file can be taken in as; each the last part of its address. */
export const kinds = ['vouchers', 'openings', 'bank-statements'] as const
export type Kind = (typeof kinds)[number]

export interface ImportFault {
  /** As a spreadsheet counts, from 1; 0 for the file as a whole. */
  row: number
  column?: string | null
  /** `C5` */
  cell?: string | null
  code: string
  message: string
}

export interface FileColumn {
  letter: string
  heading: string
  field?: string | null
  title?: string | null
}

export interface Answer {
  outcome: string
  sha256?: string
  faults: ImportFault[]
  headingRow?: number | null
  columns?: FileColumn[] | null
  rows: { row: number; cells: string[] }[]
  rowsInAll: number
  vouchers?: number | null
  lines?: number | null
  known?: number | null
  gapFen?: number | null
  accounts?: number | null
}

/** Which heading means what. */
export type Mapping = Record<string, string>

/** Fields of figures, which stand below each other by their points. */
export const amounts = ['debit', 'credit', 'amount', 'yearDebit', 'yearCredit', 'in', 'out', 'balance']

export const takes = ['.csv', '.xls', '.xlsx', '.txt']
export const mostBytes = 20 * 1024 * 1024

/** Why a file is not sent at all; undefined where it is. */
export function fileFault(file: { name: string; size: number }): 'import-type' | 'import-size' | 'import-empty' | undefined {
  if (!takes.some(end => file.name.toLowerCase().endsWith(end))) return 'import-type'
  if (file.size === 0) return 'import-empty'
  return file.size > mostBytes ? 'import-size' : undefined
}

/** Files of the same headings are mapped once. */
export function mappingKey(kind: Kind, columns: FileColumn[]): string {
  return `village-ledger.mapping.${kind}.${columns.map(column => column.heading).join('|')}`
}

/** A field has one column: who gives it to another takes it from the first. */
export function remapped(mapping: Mapping, heading: string, field: string): Mapping {
  const next = Object.fromEntries(Object.entries(mapping).filter(([other, one]) => other !== heading && one !== field))
  return field ? { ...next, [heading]: field } : next
}

/** What the file is understood to say, to be changed from there. */
export function mappingOf(columns: FileColumn[]): Mapping {
  return Object.fromEntries(columns.flatMap(column => (column.field && column.heading ? [[column.heading, column.field]] : [])))
}

/** Faults by their cell (`C5`), those of a whole row by `5`; those of the file under ''. */
export function faultsByPlace(faults: ImportFault[], columns: FileColumn[]): Map<string, ImportFault[]> {
  const letters = new Map(columns.map(column => [column.heading, column.letter]))
  const found = new Map<string, ImportFault[]>()
  for (const fault of faults) {
    const letter = fault.column ? letters.get(fault.column) : undefined
    const place = fault.row === 0 ? '' : (fault.cell ?? (letter ? `${letter}${fault.row}` : String(fault.row)))
    found.set(place, [...(found.get(place) ?? []), fault])
  }
  return found
}

/** Whether there are faults below the heading: while columns are missing all rows are shown, so that it is seen what they mean. */
export function hasFaultyRows({ faults, headingRow }: Pick<Answer, 'faults' | 'headingRow'>): boolean {
  return faults.some(fault => fault.row > (headingRow ?? 0))
}

/** The rows to look at: those with faults first where there are any, in their order. */
export function shownRows(rows: Answer['rows'], faults: ImportFault[], onlyFaulty: boolean): Answer['rows'] {
  const faulty = new Set(faults.map(fault => fault.row))
  return onlyFaulty ? rows.filter(row => faulty.has(row.row)) : rows
}
