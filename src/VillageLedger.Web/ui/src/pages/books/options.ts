import { hasRole, type Query, type ReportDefinition, type Session } from '../../api'
import type { When, Where } from '../../frame'

/** Names in the address that no report takes: they say what of the page is open. */
export const pageWords = ['compare', 'row', 'column', 'fact']

/** What the frame says anyway, where a report asks for it. */
export function givenByPlace(where: Pick<Where, 'owner' | 'place' | 'current'>): Record<string, string | undefined> {
  const [kind = '', id = ''] = (where.owner ?? '').split('/')
  return {
    book: where.owner,
    owner: where.owner,
    place: where.place,
    venture: kind === 'venture' ? id : undefined,
    company: kind === 'company' ? id : undefined,
    payer: kind === 'company' || kind === 'village' ? where.owner : undefined,
  }
}

/** Options that hold a whole book, which the reader chooses above. */
export const isOfFrame = (name: string) => name === 'book'

/** Reports of a whole accounting year, which take no other period. */
const yearly = ['weak-villages', 'distributable']

/** Who may read the names of natural persons: whoever keeps, approves or audits the books. */
const namesRoles = ['clerk', 'cashier', 'accountant', 'reviewer', 'chair', 'manager', 'auditor']

/** The definition with only those options that this person may use. */
export function openTo(session: Session, definition: ReportDefinition): ReportDefinition {
  return hasRole(session, ...namesRoles) ? definition : { ...definition, options: definition.options.filter(({ name }) => name !== 'names') }
}

/** What a report is asked with: its own options from the address, what the frame says, and both clocks. */
export function optionsOf(definition: ReportDefinition, search: URLSearchParams, where: Pick<Where, 'owner' | 'place' | 'current'>, when: Pick<When, 'options' | 'at' | 'month'>): Query {
  const given = givenByPlace(where)
  const options: Query = {}
  for (const { name, kind, required } of definition.options) {
    const written = isOfFrame(name) ? null : search.get(name)
    const value = written ?? (required ? (given[name] ?? (name === 'place' ? (where.current?.township ?? where.current?.county) : undefined)) : name === 'place' ? given[name] : undefined)
    if (value) options[name] = kind === 'flag' ? value === 'true' : value
  }
  if (definition.canRestate && search.get('restated') === 'true') options['restated'] = true
  // A county's sum is that of the whole county.
  if (options['by'] === 'county' && typeof options['place'] === 'string') options['place'] = options['place'].slice(0, 6)
  const at = when.at === undefined ? {} : { at: when.at }
  if (yearly.includes(definition.name)) return { ...options, year: when.month.slice(0, 4), ...at }
  return { ...options, ...(definition.name === 'voucher' ? at : when.options) }
}

/** Needed options that nobody gave yet. */
export function missing(definition: ReportDefinition, options: Query): string[] {
  return definition.options.filter(({ name, required }) => required && !options[name]).map(({ name }) => name)
}
