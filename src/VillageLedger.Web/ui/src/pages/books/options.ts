import type { Query, ReportDefinition } from '../../api'
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

/** What a report is asked with: its own options from the address, what the frame says, and both clocks. */
export function optionsOf(definition: ReportDefinition, search: URLSearchParams, where: Pick<Where, 'owner' | 'place' | 'current'>, when: Pick<When, 'options' | 'at'>): Query {
  const given = givenByPlace(where)
  const options: Query = {}
  for (const { name, kind, required } of definition.options) {
    const written = isOfFrame(name) ? null : search.get(name)
    const value = written ?? (required || name === 'place' ? given[name] : undefined)
    if (value) options[name] = kind === 'flag' ? value === 'true' : value
  }
  if (definition.canRestate && search.get('restated') === 'true') options['restated'] = true
  return { ...options, ...(definition.name === 'voucher' ? (when.at === undefined ? {} : { at: when.at }) : when.options) }
}

/** Needed options that nobody gave yet. */
export function missing(definition: ReportDefinition, options: Query): string[] {
  return definition.options.filter(({ name, required }) => required && !options[name]).map(({ name }) => name)
}
