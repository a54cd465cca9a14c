import type { Account, Party } from '../../../api'

/** Something that a cell offers; found by code, name or pinyin initials. */
export interface Choice {
  value: string
  /** The code or id. */
  code: string
  /** The whole name, with those above it. */
  name: string
  initials: string
  /** Those of the whole name, those above it first. */
  wholeInitials?: string
}

/** Only accounts without details, each with the names above it: 管理费用 / 办公费. */
export function accountChoices(accounts: Account[]): Choice[] {
  const names = new Map(accounts.map(one => [one.account, one]))
  const path = (one: Account): string => {
    const above = one.parent ? names.get(one.parent) : parentByCode(names, one.account)
    return above ? `${path(above)} / ${one.name}` : one.name
  }
  const initials = (one: Account): string => {
    const above = one.parent ? names.get(one.parent) : parentByCode(names, one.account)
    return (above ? initials(above) : '') + one.initials
  }
  return accounts.filter(one => one.leaf).map(one => ({ value: one.account, code: one.account, name: path(one), initials: one.initials, wholeInitials: initials(one) }))
}

function parentByCode(accounts: Map<string, Account>, code: string): Account | undefined {
  for (let length = code.length - 1; length >= 3; length--) {
    const found = accounts.get(code.slice(0, length))
    if (found) return found
  }
  return undefined
}

export function partyChoices(parties: Party[]): Choice[] {
  return parties.map(one => {
    const code = one.party.slice(one.party.indexOf('/') + 1)
    return { value: one.party, code, name: one.name ?? code, initials: one.initials }
  })
}

/** Codes of accounts that have details: nothing is entered under them. */
export function parentCodes(accounts: Account[]): Set<string> {
  return new Set(accounts.filter(one => !one.leaf).map(one => one.account))
}

/** Whether the first that fits is marked, so that Enter takes it. Whoever typed a parent's whole code has named an account; one of its details is not guessed. */
export function isMarked(text: string, parents?: ReadonlySet<string>): boolean {
  return text.trim() !== '' && !parents?.has(text.trim())
}

/** The better it fits what was typed the smaller; Infinity where it does not. */
function rank(choice: Choice, typed: string): number {
  const lastName = choice.name.slice(choice.name.lastIndexOf('/') + 1).trim().toLowerCase()
  const name = choice.name.toLowerCase()
  if (choice.code === typed || choice.value === typed) return 0
  if (choice.code.toLowerCase().startsWith(typed)) return 1
  // Digits are the beginning of a code: what holds them somewhere is another account.
  if (/^\d+$/.test(typed)) return Number.POSITIVE_INFINITY
  if (choice.initials.startsWith(typed)) return 2
  if (lastName.startsWith(typed) || choice.wholeInitials?.startsWith(typed)) return 3
  if (lastName.includes(typed)) return 4
  if (choice.initials.includes(typed)) return 5
  if (name.includes(typed) || choice.code.toLowerCase().includes(typed)) return 6
  return Number.POSITIVE_INFINITY
}

export const mostOffered = 60

/** What fits, best first; everything in its order where nothing is typed. */
export function offered(choices: Choice[], text: string): Choice[] {
  const typed = text.trim().toLowerCase()
  if (!typed) return choices.slice(0, mostOffered)
  const words = typed.split(/\s+/)
  const ranked: { choice: Choice; at: number }[] = []
  for (const choice of choices) {
    let at = rank(choice, typed)
    if (at === Number.POSITIVE_INFINITY && words.length > 1) at = Math.max(...words.map(word => rank(choice, word))) + 7
    if (at !== Number.POSITIVE_INFINITY) ranked.push({ choice, at })
  }
  return ranked.sort((a, b) => a.at - b.at).slice(0, mostOffered).map(({ choice }) => choice)
}

/** The one that was meant when the cell is left: by its code or whole name, or the only one that fits; none of a parent's details by its code. */
export function meant(choices: Choice[], text: string, parents?: ReadonlySet<string>): Choice | undefined {
  const typed = text.trim()
  if (!typed || parents?.has(typed)) return undefined
  const exact = choices.find(one => one.code === typed || one.value === typed || labelOf(one) === typed || one.name === typed)
  if (exact) return exact
  const fitting = offered(choices, typed)
  return fitting.length === 1 ? fitting[0] : undefined
}

export function labelOf(choice: Choice): string {
  return choice.code === choice.name ? choice.name : `${choice.code} ${choice.name}`
}
