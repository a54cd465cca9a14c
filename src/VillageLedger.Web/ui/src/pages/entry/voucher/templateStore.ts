import { emptyLine, isBlank, type Line } from './grid'

/** 常用凭证: lines to begin with. */
export interface Template {
  name: string
  type: string
  lines: Partial<Line>[]
}

type Store = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (user: string) => `village-ledger.templates.${user}`

export function readTemplates(store: Store, user: string): Template[] {
  try {
    const found: unknown = JSON.parse(store.getItem(keyOf(user)) ?? '[]')
    return Array.isArray(found) ? (found as Template[]) : []
  } catch {
    return []
  }
}

export function writeTemplates(store: Store, user: string, templates: Template[]): boolean {
  try {
    store.setItem(keyOf(user), JSON.stringify(templates))
    return true
  } catch {
    return false
  }
}

/** Of the same name the new one stands; what belongs to one day (numbers of cheques) is left out. */
export function withTemplate(templates: Template[], name: string, type: string, lines: Line[], keepsAmounts: boolean): Template[] {
  const kept = lines
    .filter(line => !isBlank(line))
    .map(line => {
      const said = Object.fromEntries(Object.entries(line).filter(([field, value]) => value !== '' && value !== false && field !== 'key' && field !== 'settlementNumber' && field !== 'settlementDate')) as Partial<Line>
      if (!keepsAmounts) for (const field of ['debit', 'credit', 'quantity'] as const) delete said[field]
      return said
    })
  return [...templates.filter(one => one.name !== name), { name, type, lines: kept }]
}

export function linesOf(template: Template): Line[] {
  return template.lines.map((line, i) => ({ ...emptyLine(i + 1), ...line, key: i + 1 }))
}
