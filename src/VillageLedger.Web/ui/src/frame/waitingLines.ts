import type { Owner, WaitingCount, WaitingKind } from '../api'

/** One line of what waits: a kind in one owner's books, or a month that can be closed. */
export interface WaitingLine {
  kind: WaitingKind | 'close'
  owner: string
  name: string
  month?: string
  count: number
  path: string
}

const order: WaitingLine['kind'][] = ['returned', 'claim-returned', 'question', 'review', 'sign', 'post', 'claim', 'allocation', 'answered', 'close']

/** What waits, by kind in the order of work, the oldest month first; months before the book's last that are open wait to be closed. */
export function waitingLines(counts: WaitingCount[], owners: Owner[], mayClose: boolean): WaitingLine[] {
  const named = new Map(owners.map(one => [one.owner, one.name]))
  const lines = counts.map((one): WaitingLine => ({ kind: one.kind, owner: one.owner, name: named.get(one.owner) ?? one.owner, month: one.month ?? undefined, count: one.count, path: pathOf(one) }))
  const closing = mayClose ? owners.flatMap((one): WaitingLine[] => closable(one)) : []
  return [...lines, ...closing].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.month ?? '').localeCompare(b.month ?? '') || a.name.localeCompare(b.name, 'zh'))
}

function closable(owner: Owner): WaitingLine[] {
  if (!owner.firstMonth || !owner.lastMonth || owner.kind === 'venture') return []
  const next = owner.closedThrough ? monthAfter(owner.closedThrough) : owner.firstMonth
  const count = monthsFrom(next, owner.lastMonth)
  return count > 0 ? [{ kind: 'close', owner: owner.owner, name: owner.name, month: next, count, path: '/closing' }] : []
}

export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** How many months lie from one up to another, both counted; 0 where the first lies after. */
function monthsFrom(first: string, last: string): number {
  const key = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return Math.max(0, key(last) - key(first) + 1)
}

function pathOf({ kind, owner }: WaitingCount): string {
  if (kind === 'claim') return '/approvals?kind=claim&here=1'
  if (kind === 'claim-returned') return '/claims'
  if (kind === 'question' || kind === 'answered') return '/questions'
  if (kind === 'sign') return '/cashier'
  if (kind === 'allocation') return `/ventures/${owner.slice('venture/'.length)}/allocations`
  return '/vouchers/review'
}
