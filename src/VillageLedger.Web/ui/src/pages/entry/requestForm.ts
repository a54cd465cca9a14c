import type { Fields } from '../../api'
import { parseYuan } from '../../money'
import { parseDate } from './voucher/dates'

/** One field of a request as a form asks for it. */
export interface FieldSpec {
  name: string
  /** A key of the texts. */
  label: string
  kind: 'text' | 'date' | 'amount' | 'whole' | 'list' | 'choice' | 'select'
  isNeeded?: boolean
  /** Of a select: the words, each a key of the texts under `prefix`. */
  words?: string[]
  prefix?: string
  /** Of a choice: which offer. */
  from?: 'accounts' | 'cash' | 'bank' | 'parties'
  initial?: string
  what?: string
}

export type Values = Record<string, string>

export interface FormFault {
  name: string
  key: 'form.needed' | 'form.date' | 'form.amount' | 'form.whole'
}

/** What was typed as the request takes it: amounts in fen, whole numbers, lists of ids; what is empty is left out. */
export function requestFields(specs: FieldSpec[], values: Values): { fields: Fields; faults: FormFault[] } {
  const fields: Fields = {}
  const faults: FormFault[] = []
  for (const spec of specs) {
    const text = (values[spec.name] ?? spec.initial ?? '').trim()
    if (!text) {
      if (spec.isNeeded) faults.push({ name: spec.name, key: 'form.needed' })
      continue
    }
    const value = valueOf(spec, text)
    if (value === undefined) faults.push({ name: spec.name, key: spec.kind === 'date' ? 'form.date' : spec.kind === 'amount' ? 'form.amount' : 'form.whole' })
    else fields[spec.name] = value
  }
  return { fields, faults }
}

function valueOf(spec: FieldSpec, text: string): unknown {
  if (spec.kind === 'date') return parseDate(text, text)
  if (spec.kind === 'amount') return parseYuan(text)
  if (spec.kind === 'whole') return /^\d{1,15}$/.test(text) ? Number(text) : undefined
  return spec.kind === 'list' ? text.split(/[,，、\s]+/).filter(Boolean) : text
}
