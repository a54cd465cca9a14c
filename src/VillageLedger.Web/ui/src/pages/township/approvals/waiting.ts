import type { Owner, ReportView } from '../../../api'
import { rowsOf } from '../statistics'

export const waitingKinds = ['claim', 'voucher', 'allocation', 'dividend'] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** Something that waits for a second person. */
export interface Waiting {
  kind: WaitingKind
  /** Of the claim, the voucher, the allocation or the dividend. */
  id: string
  owner: string
  ownerName: string
  date: string
  text: string
  amountFen: number
  by: string
  /** The level whose approval is missing. */
  level?: string
  attachments?: number
}

const isSame = (one: unknown, other: string) => String(one ?? '').toLowerCase() === other.toLowerCase()

/** Claims handed in that this person neither made nor approved already. */
export function claimsOf(view: ReportView, owner: Owner, user: string): Waiting[] {
  return rowsOf(view)
    .filter(({ cell }) => cell('state') === 'handed-in' && !isSame(cell('madeBy'), user) && !String(cell('approvedBy') ?? '').toLowerCase().split(/[^\p{L}\p{N}._-]+/u).includes(user.toLowerCase()))
    .map(({ cell }) => ({
      kind: 'claim',
      id: String(cell('claim')),
      owner: owner.owner,
      ownerName: owner.name,
      date: String(cell('date') ?? ''),
      text: String(cell('summary') ?? ''),
      amountFen: Number(cell('amountFen') ?? 0),
      by: String(cell('madeBy') ?? ''),
      level: cell('waitsFor') === null ? undefined : String(cell('waitsFor')),
    }))
}

/** Prepared vouchers of others; those that an allocation or a dividend prepared are confirmed as a whole. */
export function vouchersOf(view: ReportView, owner: Owner, user: string): Waiting[] {
  return rowsOf(view)
    .filter(({ cell }) => cell('state') === 'prepared' && !isSame(cell('preparedBy'), user) && cell('kind') !== 'allocation' && cell('kind') !== 'dividend')
    .map(({ cell }) => ({ kind: 'voucher', ...ofVoucher(cell, owner), id: String(cell('voucher')), attachments: Number(cell('attachmentCount') ?? 0) }))
}

/** Allocations of a venture that were prepared by somebody else, one each however many vouchers it has. */
export function allocationsOf(view: ReportView, owner: Owner, user: string): Waiting[] {
  const seen = new Set<string>()
  return rowsOf(view).flatMap(({ cell }): Waiting[] => {
    const id = cell('cause')
    if (cell('kind') !== 'allocation' || cell('state') === 'posted' || typeof id !== 'string' || isSame(cell('preparedBy'), user) || seen.has(id)) return []
    seen.add(id)
    return [{ kind: 'allocation', ...ofVoucher(cell, owner), id }]
  })
}

export function dividendsOf(view: ReportView, owner: Owner): Waiting[] {
  return rowsOf(view)
    .filter(({ cell }) => cell('state') === 'proposed')
    .map(({ cell }) => ({ kind: 'dividend', id: String(cell('dividend')), owner: owner.owner, ownerName: owner.name, date: String(cell('year') ?? ''), text: '', amountFen: Number(cell('proposedFen') ?? 0), by: '' }))
}

function ofVoucher(cell: (name: string) => unknown, owner: Owner) {
  return { owner: owner.owner, ownerName: owner.name, date: String(cell('date') ?? ''), text: String(cell('summary') ?? ''), amountFen: Number(cell('amountFen') ?? 0), by: String(cell('preparedBy') ?? '') }
}
