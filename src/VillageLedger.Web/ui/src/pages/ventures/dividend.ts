import { typeOf, type StreamFact } from '../../api'
import type { Part } from './venture'

export interface DividendStep {
  kind: string
  amountFen: number
  baseFen: number
  statute: string
  article: string
  ratePpm?: number
  added?: boolean
}

export interface DividendPayment {
  payment: string
  holder: string
  date: string
  amountFen: number
  reference: string
}

export interface Dividend {
  dividend: string
  payer: string
  year: number
  steps: DividendStep[]
  distributableFen: number
  proposedBy: string
  proposedAt: string
  warnings: string[]
  resolution?: Resolution
  parts: Part[]
  payments: DividendPayment[]
  returned: (DividendPayment & { reason: string })[]
  unclaimed: Map<string, string>
  withdrawn?: { by: string; reason: string; at: string }
}

export interface Resolution {
  body: string
  basis: string
  votesFor: number
  votesEntitled: number
  statute: string
  article: string
  resolvedOn: string
  recordDate: string
  resolution: string
  splitBy: string
  declaredFen: number
  retainedFen?: number
  resolvedBy: string
  payBy?: string
  publishedOn?: string
  noticeOn?: string
  date?: string
  remainderTo: string[]
  warnings?: string[]
}

/** A dividend of the facts of its stream; undefined before it was proposed. */
export function dividendOf(facts: StreamFact[]): Dividend | undefined {
  const first = facts.find(fact => typeOf(fact) === 'dividend-proposed')
  if (!first) return undefined
  const { dividend, payer, year, steps, distributableFen, proposedBy, warnings } = first.data
  const made: Dividend = { dividend, payer, year, steps, distributableFen, proposedBy, proposedAt: first.recordedAt, warnings: warnings ?? [], parts: [], payments: [], returned: [], unclaimed: new Map() }
  for (const fact of facts) apply(made, fact)
  return made
}

function apply(made: Dividend, fact: StreamFact) {
  const { data } = fact
  switch (typeOf(fact)) {
    case 'dividend-resolved':
      made.resolution = data
      // A cooperative's own part stays in it; a part of nothing is owed to nobody.
      made.parts = (data.parts as Part[]).filter(part => part.partFen !== 0 && part.holder !== made.payer)
      break
    case 'dividend-paid':
      made.payments.push({ payment: data.payment, holder: data.holder, date: data.date, amountFen: data.amountFen, reference: data.reference })
      made.unclaimed.delete(data.holder)
      break
    case 'dividend-payment-returned': {
      const payment = made.payments.find(one => one.payment === data.payment)
      made.payments = made.payments.filter(one => one !== payment)
      if (payment) made.returned.push({ ...payment, reason: data.reason })
      break
    }
    case 'dividend-unclaimed':
      made.unclaimed.set(data.holder, data.date)
      break
    case 'dividend-withdrawn':
      made.withdrawn = { by: data.withdrawnBy, reason: data.reason, at: fact.recordedAt }
      break
  }
}

export function paidTo(dividend: Dividend, holder: string): number {
  return dividend.payments.reduce((sum, one) => (one.holder === holder ? sum + one.amountFen : sum), 0)
}

export const paidFen = (dividend: Dividend) => dividend.payments.reduce((sum, one) => sum + one.amountFen, 0)
export const owedFen = (dividend: Dividend) => dividend.parts.reduce((sum, part) => sum + part.partFen, 0)

export type StageName = 'propose' | 'announce' | 'resolve' | 'record' | 'pay'
export type StageState = 'done' | 'now' | 'later'

export interface Stage {
  name: StageName
  state: StageState
  /** When it was done; of the payments, the last. */
  on?: string
}

/** The legal steps in their order, and where the dividend stands. What a withdrawn one never reached stays behind. */
export function stagesOf(dividend: Dividend): Stage[] {
  const { resolution } = dividend
  const isPaid = resolution !== undefined && owedFen(dividend) === paidFen(dividend)
  const done = (is: boolean, isNext: boolean): StageState => (is ? 'done' : isNext && !dividend.withdrawn ? 'now' : 'later')
  return [
    { name: 'propose', state: 'done', on: dividend.proposedAt.slice(0, 10) },
    { name: 'announce', state: done(resolution !== undefined, true), on: resolution?.publishedOn ?? resolution?.noticeOn },
    { name: 'resolve', state: done(resolution !== undefined, false), on: resolution?.resolvedOn },
    { name: 'record', state: done(resolution !== undefined, false), on: resolution?.recordDate },
    { name: 'pay', state: done(isPaid, resolution !== undefined), on: dividend.payments.map(one => one.date).sort().at(-1) },
  ]
}

/** Lines pasted from a bank's list, as holder, amount, account and reference; a line that is none of these is answered by its number. */
export function pastedPayments(text: string, parse: (text: string) => number | undefined): { payments: { holder: string; amountFen: number; bankAccount: string; reference: string }[]; faults: number[] } {
  const payments: { holder: string; amountFen: number; bankAccount: string; reference: string }[] = []
  const faults: number[] = []
  text.split(/\r?\n/).forEach((line, i) => {
    if (!line.trim()) return
    const [holder, amount, bankAccount, reference] = line.split(/\t|;|；/).map(cell => cell.trim())
    const amountFen = parse(amount ?? '')
    if (holder && amountFen !== undefined && amountFen > 0 && bankAccount && reference) payments.push({ holder, amountFen, bankAccount, reference })
    else faults.push(i + 1)
  })
  return { payments, faults }
}
