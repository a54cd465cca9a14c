import type { Fields } from '../../../api'
import { isUntouched, type Draft } from './grid'

/** A draft as this browser keeps it. */
export interface Kept {
  draft: Draft
  savedAt: number
  /** The window that has it open, and when this last said so; 0 once it let go. */
  tab: string
  seenAt: number
  /** It was sent with these words and no answer came: they are sent again as they were. */
  sent?: Fields
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A window that has not spoken for so long is gone. */
export const goneAfterMs = 15_000

const prefix = 'village-ledger.draft.'

/**
 * Drafts of one user, each under the id of its request. A window writes only the draft that it has open, so that two never overwrite each other;
 * what a window left behind is offered to the next.
 */
export class Drafts {
  constructor(
    private readonly store: Store,
    private readonly user: string,
    private readonly tab: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** False where the browser keeps nothing. */
  keep(draft: Draft, sent?: Fields): boolean {
    const kept: Kept = { draft, savedAt: this.now(), tab: this.tab, seenAt: this.now(), ...(sent ? { sent } : {}) }
    try {
      if (isUntouched(draft) && !sent) this.store.removeItem(this.keyOf(draft.id))
      else this.store.setItem(this.keyOf(draft.id), JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }

  read(id: string): Kept | undefined {
    try {
      return JSON.parse(this.store.getItem(this.keyOf(id)) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }

  forget(id: string) {
    this.store.removeItem(this.keyOf(id))
  }

  /** Says that this window still has it, or lets it go. */
  hold(id: string, isHeld = true) {
    const kept = this.read(id)
    if (kept && (kept.tab === this.tab || isHeld)) this.write(id, { ...kept, tab: this.tab, seenAt: isHeld ? this.now() : 0 })
  }

  isElsewhere(kept: Kept): boolean {
    return kept.tab !== this.tab && kept.seenAt > 0 && this.now() - kept.seenAt < goneAfterMs
  }

  /** Of an owner, or of a voucher that is amended; the newest first. */
  list(where: { book: string; amends?: string }): Kept[] {
    const found: Kept[] = []
    for (let i = 0; i < this.store.length; i++) {
      const key = this.store.key(i)
      if (!key?.startsWith(this.keyOf(''))) continue
      const kept = this.read(key.slice(this.keyOf('').length))
      if (kept && kept.draft.amends === where.amends && (where.amends !== undefined || kept.draft.book === where.book)) found.push(kept)
    }
    return found.sort((a, b) => b.savedAt - a.savedAt)
  }

  /** What this window goes on with: what it had before it was loaded again, unless another has it by now. */
  resumed(id: string | null): Kept | undefined {
    const kept = id ? this.read(id) : undefined
    return kept && !this.isElsewhere(kept) ? kept : undefined
  }

  private write(id: string, kept: Kept) {
    try {
      this.store.setItem(this.keyOf(id), JSON.stringify(kept))
    } catch {
      // The page says so when the draft itself cannot be kept.
    }
  }

  private keyOf(id: string) {
    return `${prefix}${this.user}.${id}`
  }
}
