import { isFen, parseYuan, plainYuan, sumFen, yuan } from '../../../money'

/** What is typed into a line; amounts as text until the voucher is sent. */
export interface Line {
  key: number
  summary: string
  /** A code, or what was typed where it is none yet. */
  account: string
  debit: string
  credit: string
  party: string
  project: string
  contract: string
  quantity: string
  unit: string
  settlement: string
  settlementNumber: string
  settlementDate: string
  payee: string
  /** Shows every field, not only those that the account asks for. */
  isWide: boolean
}

export type Field = Exclude<keyof Line, 'key' | 'isWide'>
export type Side = 'debit' | 'credit'

/** How a file came to be here; an e-invoice is used once. */
export interface Attached {
  name: string
  sha256: string
  type?: string
  size?: number
  invoice?: { issuer: string; number: string }
  /** False: only named, its file never came to the server. */
  isStored?: boolean
}

/** A voucher while it is written. Its id is that of the request that will make it, so that sending it twice makes one. */
export interface Draft {
  id: string
  book: string
  /** The voucher that it amends. */
  amends?: string
  type: string
  date: string
  /** Empty: as many as there are files. */
  attachmentCount: string
  attachments: Attached[]
  lines: Line[]
  /** Of the whole voucher, where it was written before. */
  summary?: string
  corrects?: string
  concernsMonth?: string
  sourceNumber?: string
  isTransfer?: boolean
}

export const leastLines = 4
const texts: Field[] = ['summary', 'account', 'debit', 'credit', 'party', 'project', 'contract', 'quantity', 'unit', 'settlement', 'settlementNumber', 'settlementDate', 'payee']

export function emptyLine(key: number): Line {
  const line = { key, isWide: false } as Line
  for (const field of texts) line[field] = ''
  return line
}

export function emptyDraft(id: string, book: string, date: string): Draft {
  return { id, book, type: '记', date, attachmentCount: '', attachments: [], lines: Array.from({ length: leastLines }, (_, i) => emptyLine(i + 1)) }
}

/** A line that says nothing of an account or an amount is not sent. */
export function isBlank(line: Line): boolean {
  return texts.every(field => field === 'summary' || line[field].trim() === '')
}

export function isUntouched(draft: Draft): boolean {
  return draft.attachments.length === 0 && draft.lines.every(line => isBlank(line) && line.summary.trim() === '')
}

export type Action =
  | { kind: 'load'; draft: Draft }
  | { kind: 'head'; change: Partial<Omit<Draft, 'lines' | 'id' | 'book'>> }
  | { kind: 'set'; row: number; field: Field; text: string }
  | { kind: 'widen'; row: number }
  | { kind: 'carry'; row: number }
  | { kind: 'balance'; row: number; side: Side }
  | { kind: 'switch'; row: number }
  | { kind: 'tidy'; row: number; side: Side }
  | { kind: 'insert'; row: number }
  | { kind: 'remove'; row: number }
  | { kind: 'lines'; lines: Line[] }
  | { kind: 'attach'; file: Attached }
  | { kind: 'detach'; sha256: string }

export function reduce(draft: Draft, action: Action): Draft {
  switch (action.kind) {
    case 'load':
      return action.draft
    case 'head':
      return { ...draft, ...action.change }
    case 'set':
      return changed(draft, action.row, line => written(draft, line, action))
    case 'widen':
      return changed(draft, action.row, line => ({ ...line, isWide: !line.isWide }))
    case 'carry':
      return changed(draft, action.row, line => ({ ...line, summary: line.summary || (draft.lines[action.row - 1]?.summary ?? '') }))
    case 'balance':
      return balanced(draft, action.row, action.side)
    case 'switch':
      return changed(draft, action.row, line => ({ ...line, debit: line.credit, credit: line.debit }))
    case 'tidy':
      return changed(draft, action.row, line => ({ ...line, [action.side]: tidied(line[action.side]) }))
    case 'insert':
      return { ...draft, lines: draft.lines.toSpliced(action.row, 0, emptyLine(nextKey(draft.lines))) }
    case 'remove': {
      const left = draft.lines.toSpliced(action.row, 1)
      return { ...draft, lines: left.length > 0 ? left : [emptyLine(nextKey(draft.lines))] }
    }
    case 'lines':
      return { ...draft, lines: padded(action.lines.map((line, i) => ({ ...line, key: nextKey(draft.lines) + i }))) }
    case 'attach':
      return draft.attachments.some(file => file.sha256 === action.file.sha256) ? draft : { ...draft, attachments: [...draft.attachments, action.file] }
    case 'detach':
      return { ...draft, attachments: draft.attachments.filter(file => file.sha256 !== action.sha256) }
  }
}

function changed(draft: Draft, row: number, change: (line: Line) => Line): Draft {
  const line = draft.lines[row]
  return line ? { ...draft, lines: draft.lines.with(row, change(line)) } : draft
}

/** `..` in a summary is that of the line above, `//` that of the first; a line has one side. */
function written(draft: Draft, line: Line, { row, field, text }: { row: number; field: Field; text: string }): Line {
  if (field === 'summary' && (text === '..' || text === '。。')) return { ...line, summary: draft.lines[row - 1]?.summary ?? '' }
  if (field === 'summary' && (text === '//' || text === '、、')) return { ...line, summary: row > 0 ? (draft.lines[0]?.summary ?? '') : '' }
  const other = { debit: 'credit', credit: 'debit' }[field as Side] as Side | undefined
  return other && text.trim() ? { ...line, [field]: text, [other]: '' } : { ...line, [field]: text }
}

/** Which side `=` fills, with how much: the side where it was pressed; the other where the amount would be negative in a voucher without red. */
export function balancing(lines: Line[], row: number, side: Side): { side: Side; fen: number } | undefined {
  const others = lines.filter((_, i) => i !== row)
  const gap = difference(others)
  if (gap === undefined || gap === 0) return undefined
  const fen = side === 'debit' ? -gap : gap
  const hasRed = others.some(line => (parseYuan(line.debit) ?? parseYuan(line.credit) ?? 0) < 0)
  return fen > 0 || hasRed ? { side, fen } : { side: side === 'debit' ? 'credit' : 'debit', fen: -fen }
}

function balanced(draft: Draft, row: number, side: Side): Draft {
  const filled = balancing(draft.lines, row, side)
  if (!filled) return draft
  return changed(draft, row, line => ({ ...line, debit: '', credit: '', [filled.side]: yuan(filled.fen) }))
}

function tidied(text: string): string {
  const fen = parseYuan(text)
  return fen === undefined ? text.trim() : fen === 0 ? '' : yuan(fen)
}

/** Why what was typed is no amount. */
export function amountFault(text: string): 'decimals' | 'too-large' | 'none' | undefined {
  const typed = text.trim()
  if (typed === '' || parseYuan(typed) !== undefined) return undefined
  if (/[.．。]\d{3,}/.test(typed) && parseYuan(typed.replace(/([.．。]\d\d)\d+/, '$1')) !== undefined) return 'decimals'
  return /^[+-]?¥?[\d,]{14,}/.test(typed) ? 'too-large' : 'none'
}

export function amountOf(line: Line, side: Side): number {
  return parseYuan(line[side]) ?? 0
}

export function sumOf(lines: Line[], side: Side): number | undefined {
  return sumFen(lines.map(line => amountOf(line, side)))
}

/** Debits less credits; undefined beyond the bounds. */
export function difference(lines: Line[]): number | undefined {
  return sumFen(lines.flatMap(line => [amountOf(line, 'debit'), -amountOf(line, 'credit')]))
}

export function nextKey(lines: Line[]): number {
  return lines.reduce((most, line) => Math.max(most, line.key), 0) + 1
}

/** As many lines as the paper form has. */
export function padded(lines: Line[]): Line[] {
  const more = Math.max(0, leastLines - lines.length)
  return [...lines, ...Array.from({ length: more }, (_, i) => emptyLine(nextKey(lines) + i))]
}

export function amountText(fen: unknown): string {
  return isFen(fen) && fen !== 0 ? yuan(fen) : ''
}

/** Thousandths as typed: 12.5 → 12500. */
export function parseQuantity(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{0,3}))?$/.exec(text.trim().replaceAll(',', ''))
  if (!match) return undefined
  const thousandths = Number(match[2]! + (match[3] ?? '').padEnd(3, '0'))
  return match[1] ? -thousandths : thousandths
}

export function quantityText(thousandths: unknown): string {
  if (!isFen(thousandths)) return ''
  const digits = Math.abs(thousandths).toString().padStart(4, '0')
  const decimals = digits.slice(-3).replace(/0+$/, '')
  return (thousandths < 0 ? '-' : '') + digits.slice(0, -3) + (decimals ? '.' + decimals : '')
}

/** What a click on the amount finds to change: without separators. */
export function editableAmount(text: string): string {
  const fen = parseYuan(text)
  return fen === undefined ? text : plainYuan(fen)
}
