import type { ClaimDraft } from './claim'
import { isBlankClaim } from './claim'

const draftKey = (user: string, book: string) => `village-ledger.claim.${user}.${book}`

function read<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The claim that is being written for an owner, through a lost connection and a page loaded again. */
export const keptClaim = (user: string, book: string) => read<ClaimDraft>(draftKey(user, book))

export function keepClaim(user: string, draft: ClaimDraft): boolean {
  if (!isBlankClaim(draft)) return write(draftKey(user, draft.book), draft)
  localStorage.removeItem(draftKey(user, draft.book))
  return true
}

export function claimDone(user: string, draft: ClaimDraft) {
  localStorage.removeItem(draftKey(user, draft.book))
}
