import { parsePercent, parseYuan } from '../../money'
import type { Fields } from '../../api'

export const policies = ['equal', 'by-share', 'by-paid-in', 'fixed-then-floating', 'guaranteed-then-share', 'tiered', 'by-weights', 'sequence'] as const
export type Policy = (typeof policies)[number]

/** What a policy goes on with where another stands within it. */
export const plainPolicies: Policy[] = ['equal', 'by-share', 'by-paid-in', 'by-weights']

/** What was typed for a policy and its terms; amounts and rates as text. */
export interface TypedPolicy {
  policy?: Policy
  shareChange?: 'days' | 'month-end'
  retainBy?: 'none' | 'rate' | 'amount'
  retain?: string
  rate?: string
  until?: string
  months?: number
  guaranteedBy?: 'amount' | 'rate'
  guaranteed?: string
  guarantor?: string
  basis?: 'heads' | 'area' | 'given'
  weights?: Record<string, string>
  then?: TypedPolicy
  tiers?: { upTo?: string; inner?: TypedPolicy }[]
  steps?: { by?: 'amount' | 'rate'; value?: string; inner?: TypedPolicy }[]
}

/** Policies that look at shares and so must be told what to do where these change within the month. */
const byShares: Policy[] = ['equal', 'by-share', 'fixed-then-floating', 'guaranteed-then-share', 'tiered', 'sequence']

export const takesShareChange = (policy: Policy | undefined) => policy !== undefined && byShares.includes(policy)

/** The policy and its terms as docs/ALLOCATION.md has them; terms are left out where there are none. */
export function policyOf(typed: TypedPolicy): { policy?: string; terms?: Fields } {
  const terms: Fields = {}
  const { policy } = typed
  if (takesShareChange(policy) && typed.shareChange) terms['shareChange'] = typed.shareChange
  if (typed.retainBy === 'rate') terms['retain'] = { ratePpm: parsePercent(typed.retain) }
  if (typed.retainBy === 'amount') terms['retain'] = { amountFen: parseYuan(typed.retain ?? '') }
  if (policy === 'fixed-then-floating') Object.assign(terms, { ratePpm: parsePercent(typed.rate), until: typed.until }, typed.months ? { months: typed.months } : {})
  if (policy === 'guaranteed-then-share')
    terms['guaranteed'] = typed.guaranteedBy === 'rate' ? { ratePpm: parsePercent(typed.guaranteed) } : { amountFen: parseYuan(typed.guaranteed ?? '') }
  if ((policy === 'fixed-then-floating' || policy === 'guaranteed-then-share') && typed.guarantor) terms['guarantor'] = typed.guarantor
  if ((policy === 'fixed-then-floating' || policy === 'guaranteed-then-share') && typed.then?.policy) terms['then'] = policyOf(typed.then)
  if (policy === 'by-weights') Object.assign(terms, { basis: typed.basis ?? 'given', weights: weightsOf(typed.weights ?? {}) })
  if (policy === 'tiered')
    terms['tiers'] = (typed.tiers ?? []).map((tier, i, all) => ({ ...(i < all.length - 1 ? { upToFen: parseYuan(tier.upTo ?? '') } : {}), ...policyOf(tier.inner ?? {}) }))
  if (policy === 'sequence')
    terms['steps'] = (typed.steps ?? []).map((step, i, all) => ({
      ...(i === all.length - 1 ? { rest: true } : step.by === 'rate' ? { ratePpm: parsePercent(step.value) } : { amountFen: parseYuan(step.value ?? '') }),
      ...policyOf(step.inner ?? {}),
    }))
  return Object.keys(terms).length > 0 ? { policy, terms } : { policy }
}

function weightsOf(typed: Record<string, string>): { holder: string; weight: number }[] {
  return Object.entries(typed).flatMap(([holder, text]) => {
    const weight = Number((text ?? '').replaceAll(',', ''))
    return text?.trim() && Number.isSafeInteger(weight) && weight >= 0 ? [{ holder, weight }] : []
  })
}
