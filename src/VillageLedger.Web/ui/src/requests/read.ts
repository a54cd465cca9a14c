import type { RequestField } from '../../build/requests'
import type { Fields } from '../api'
import { parsePercent, parseThousandths, parseYuan } from '../money'

/** What was typed, as the form keeps it: text, flags, lists of the same. */
export type Typed = Record<string, unknown>

export interface Fault {
  path: (string | number)[]
  field: string
  /** A key of the texts. */
  key: 'needed' | 'needs-rows' | 'bad.fen' | 'bad.ppm' | 'bad.whole' | 'bad.thousandths'
}

/** What was typed as the request takes it: amounts in fen, rates in parts per million; what is empty is left out, with every fault at its field. */
export function readTyped(fields: RequestField[], typed: Typed, path: (string | number)[] = []): { fields: Fields; faults: Fault[] } {
  const read: Fields = {}
  const faults: Fault[] = []
  for (const field of fields) {
    const value = typed[field.name]
    const here = [...path, field.name]
    const fault = (key: Fault['key']) => faults.push({ path: here, field: field.name, key })
    if (isEmpty(value)) {
      if (field.kind === 'flag' && field.isNeeded) read[field.name] = false
      else if (field.isNeeded && field.kind === 'accounts') read[field.name] = []
      else if (field.isNeeded) fault(field.kind === 'list' ? 'needs-rows' : 'needed')
      continue
    }
    if (field.kind === 'object') {
      const inner = readTyped(field.fields!, value as Typed, here)
      read[field.name] = inner.fields
      faults.push(...inner.faults)
    } else if (field.kind === 'list') {
      const rows = (value as Typed[]).map((row, i) => (isEmpty(row) ? undefined : readTyped(field.fields!, row, [...here, i]))).filter(row => row !== undefined)
      read[field.name] = rows.map(row => row.fields)
      faults.push(...rows.flatMap(row => row.faults))
    } else {
      const said = valueOf(field, value)
      if (said === undefined) fault(`bad.${field.kind as 'fen' | 'ppm' | 'whole' | 'thousandths'}`)
      else read[field.name] = said
    }
  }
  return { fields: read, faults }
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmpty)
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

function valueOf(field: RequestField, value: unknown): unknown {
  if (field.kind === 'either') return value === 'yes'
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (field.kind === 'fen') return parseYuan(text)
  if (field.kind === 'ppm') return parsePercent(text)
  if (field.kind === 'thousandths') return parseThousandths(text)
  if (field.kind === 'whole') return /^\d{1,15}$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : undefined
  return text
}
