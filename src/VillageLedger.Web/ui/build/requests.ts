import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** How a field of a request is asked for. `fen`: an amount in yuan; `ppm`: a rate in percent; `thousandths`: a quantity; `either`: yes, no or nothing. */
export type FieldKind = 'text' | 'date' | 'month' | 'fen' | 'ppm' | 'thousandths' | 'whole' | 'flag' | 'either' | 'word' | 'words' | 'owner' | 'holder' | 'account' | 'voucher' | 'accounts' | 'list' | 'object'

export interface RequestField {
  name: string
  kind: FieldKind
  isNeeded?: boolean
  /** Of a word: which there are. */
  words?: string[]
  /** Of a list or an object. */
  fields?: RequestField[]
  /** Of a text. */
  max?: number
}

export type RequestForms = Record<string, RequestField[]>

interface Schema {
  type?: string
  format?: string
  pattern?: string
  description?: string
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
}

const wordList = /^(?:[a-z][a-z0-9-]*(?: [^\x00-\x7f]+)?(?: \([a-z ]+\))?)(?:, [a-z][a-z0-9-]*(?: [^\x00-\x7f]+)?(?: \([a-z ]+\))?)+$/

/** Where the description leaves it open and the program knows which words there are. */
const known: Record<string, string[]> = {
  'register-company.kind': ['asset-operation', 'social-service', 'order-production', 'works-contracting'],
  'open-share-register.kinds': ['population', 'years-worked', 'collective'],
  'set-threshold.exclusions': ['enclave-investment'],
}

/** The requests of the server's description as forms ask for them: without texts, which stand in texts/requests.csv. */
export function requestForms(document: { components: { schemas: Record<string, Schema> } }): RequestForms {
  return Object.fromEntries(
    Object.entries(document.components.schemas)
      .filter(([name]) => name.startsWith('Request-'))
      .map(([name, schema]) => [name.slice('Request-'.length), fieldsOf(name.slice('Request-'.length), schema).filter(field => field.name !== 'id')]),
  )
}

function fieldsOf(request: string, schema: Schema): RequestField[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({ name, ...(schema.required?.includes(name) ? { isNeeded: true } : {}), ...kindOf(request, name, field, schema.required?.includes(name) === true) }))
}

function kindOf(request: string, name: string, schema: Schema, needed: boolean): Omit<RequestField, 'name' | 'isNeeded'> {
  const said = (schema.description ?? '').split(';')[0]!.trim()
  const words = known[`${request}.${name}`]
  if (words) return { kind: schema.type === 'array' ? 'words' : 'word', words }
  if (schema.type === 'array') {
    if (schema.items?.properties) return { kind: 'list', fields: fieldsOf(request, schema.items) }
    if (said.startsWith('list of accounts')) return { kind: 'accounts' }
    const offered = /^list of ([a-z]+(?:, [a-z]+)+)$/.exec(said)
    return offered ? { kind: 'words', words: offered[1]!.split(', ') } : { kind: 'words' }
  }
  if (schema.type === 'object') return { kind: 'object', fields: fieldsOf(request, schema) }
  if (schema.type === 'boolean') return { kind: said === 'true, false' && !needed ? 'either' : 'flag' }
  if (schema.type === 'integer') return { kind: name.endsWith('Fen') ? 'fen' : name.endsWith('Ppm') ? 'ppm' : name === 'thousandths' ? 'thousandths' : 'whole' }
  if (schema.format === 'date') return { kind: 'date' }
  if (schema.pattern?.startsWith('^\\d{4}-')) return { kind: 'month' }
  if (wordList.test(said) && !said.includes('…')) return { kind: 'word', words: said.split(', ').map(word => word.split(' ')[0]!) }
  if (name === 'standard' && said === 'rural-2023') return { kind: 'word', words: [said] }
  if (said === 'owner' || said === 'holder' || said === 'account') return { kind: said }
  if (name === 'voucher' && said === 'id') return { kind: 'voucher' }
  const max = /^text, (\d+)/.exec(said)
  return { kind: 'text', max: max ? Number(max[1]) : 200 }
}

const id = 'virtual:requests'

/** Makes `virtual:requests` of the stored description: what forms ask for, a hundredth of its size. */
export function requests(file: string): Plugin {
  return {
    name: 'requests',
    resolveId: asked => (asked === id ? '\0' + id : undefined),
    load(asked) {
      if (asked !== '\0' + id) return undefined
      this.addWatchFile(file)
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(requestForms(JSON.parse(readFileSync(file, 'utf8')))))})`
    },
  }
}
