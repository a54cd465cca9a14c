import { typeOf, type StreamFact } from '../../api'

export interface Part {
  holder: string
  weight: number
  partFen: number
}

export interface AllocationPayment {
  payment: string
  holder: string
  date: string
  amountFen: number
  reference: string
}

export interface Allocation {
  allocation: string
  month: string
  date: string
  totalFen: number
  policy: string
  retainedFen: number
  topUpFen: number
  guarantor?: string
  /** How much of the total counts as received in the bank with the allocation. */
  receivedFen: number
  parts: Part[]
  remainderTo: string[]
  supplements?: string
  allocatedBy: string
  stage: 'prepared' | 'confirmed' | 'reversed'
  confirmedBy?: string
  reversedBy?: string
  reason?: string
  payments: AllocationPayment[]
}

export interface ConstructionContract {
  contract: string
  contractor: string
  date: string
  works: string
  amountFen: number
  costFen: number
  progressPpm: number
  lastCostOn?: string
}

export interface Placing {
  placing: string
  date: string
  costFen: number
  areaSquareMetres: number
  usefulLifeMonths: number
  provisional: boolean
  settledOn?: string
}

/** Vouchers in all books for one event, prepared as a whole and confirmed by another person. */
export interface JointEntry {
  entry: string
  event: string
  date: string
  totalFen: number
  preparedBy: string
  stage: 'prepared' | 'confirmed' | 'reversed'
  by?: string
}

export interface Venture {
  venture: string
  name: string
  kind: string
  form: string
  month: string
  company?: string
  parcels: { parcel: string; areaSquareMetres: number; location: string; provider?: string; date: string }[]
  contracts: ConstructionContract[]
  placings: Placing[]
  /** As agreed last. */
  shares: { holder: string; weight: number }[]
  entries: JointEntry[]
  allocations: Allocation[]
  authorised: string[]
}

/** A venture of the facts of its stream; undefined before it was founded. */
export function ventureOf(facts: StreamFact[]): Venture | undefined {
  const founded = facts.find(fact => typeOf(fact) === 'venture-founded')?.data as Venture | undefined
  if (!founded) return undefined
  const { venture, name, kind, form, month, company } = founded
  return { venture, name, kind, form, month, company, ...buildingOf(facts), shares: sharesOf(facts), entries: entriesOf(facts), allocations: allocationsOf(facts), authorised: authorisedOf(facts) }
}

/** The allocations in the order in which they were made, each with what became of it. */
export function allocationsOf(facts: StreamFact[]): Allocation[] {
  const all = new Map<string, Allocation>()
  for (const fact of facts) {
    const { data } = fact
    const known = all.get(data.allocation)
    switch (typeOf(fact)) {
      case 'income-allocated':
        all.set(data.allocation, allocationOf(data))
        break
      case 'allocation-confirmed':
        if (known) Object.assign(known, { stage: 'confirmed', confirmedBy: data.confirmedBy })
        break
      case 'allocation-reversed':
        if (known) Object.assign(known, { stage: 'reversed', reversedBy: data.reversedBy, reason: data.reason })
        break
      case 'allocation-paid':
        known?.payments.push({ payment: data.payment, holder: data.holder, date: data.date, amountFen: data.amountFen, reference: data.reference })
        break
      case 'allocation-payment-returned':
        if (known) known.payments = known.payments.filter(one => one.payment !== data.payment)
        break
    }
  }
  return [...all.values()]
}

/** What a dry run answers is the fact that would be recorded. */
export function allocationOf(data: Partial<Allocation>): Allocation {
  return {
    allocation: data.allocation ?? '',
    month: data.month ?? '',
    date: data.date ?? '',
    totalFen: data.totalFen ?? 0,
    policy: data.policy ?? '',
    retainedFen: data.retainedFen ?? 0,
    topUpFen: data.topUpFen ?? 0,
    guarantor: data.guarantor,
    receivedFen: data.receivedFen ?? 0,
    parts: data.parts ?? [],
    remainderTo: data.remainderTo ?? [],
    supplements: data.supplements,
    allocatedBy: data.allocatedBy ?? '',
    stage: 'prepared',
    payments: [],
  }
}

export function paidOf(allocation: Allocation, holder: string): number {
  return Number(allocation.payments.filter(one => one.holder === holder).reduce((sum, one) => sum + BigInt(one.amountFen), 0n))
}

export function unpaidOf(allocation: Allocation): number {
  return allocation.parts.reduce((sum, part) => sum + part.partFen - paidOf(allocation, part.holder), 0)
}

function buildingOf(facts: StreamFact[]): Pick<Venture, 'parcels' | 'contracts' | 'placings'> {
  const withdrawn = new Set(facts.filter(fact => typeOf(fact) === 'venture-record-withdrawn').map(fact => fact.data.of as string))
  const parcels = new Map<string, Venture['parcels'][number]>()
  const contracts = new Map<string, ConstructionContract>()
  const placings = new Map<string, Placing>()
  for (const fact of facts) {
    const { data } = fact
    switch (typeOf(fact)) {
      case 'parcel-recorded':
        parcels.set(data.parcel, data)
        break
      case 'construction-contracted':
        contracts.set(data.contract, { ...data, costFen: 0, progressPpm: 0 })
        break
      case 'construction-contract-changed':
        contracts.get(data.contract)!.amountFen = data.amountFen
        break
      case 'construction-cost-recorded': {
        const contract = contracts.get(data.contract)
        if (!contract || withdrawn.has(data.cost)) break
        contract.costFen += data.amountFen
        contract.progressPpm = data.progressPpm
        contract.lastCostOn = data.date
        break
      }
      case 'placed-in-service':
        if (!withdrawn.has(data.placing)) placings.set(data.placing, { ...data, provisional: data.provisional === true })
        break
      case 'cost-settled': {
        const placing = placings.get(data.placing)
        if (placing) Object.assign(placing, { costFen: data.costFen, provisional: false, settledOn: data.date })
        break
      }
    }
  }
  return { parcels: [...parcels.values()], contracts: [...contracts.values()], placings: [...placings.values()] }
}

function sharesOf(facts: StreamFact[]): Venture['shares'] {
  const shares = new Map<string, number>()
  for (const fact of facts) {
    const { data } = fact
    if (typeOf(fact) === 'shares-agreed' || typeOf(fact) === 'shares-corrected') {
      shares.clear()
      for (const one of data.shares) shares.set(one.holder, one.weight)
    }
    if (typeOf(fact) === 'share-transferred') {
      shares.set(data.holder, (shares.get(data.holder) ?? 0) - data.weight)
      shares.set(data.taker, (shares.get(data.taker) ?? 0) + data.weight)
    }
  }
  return [...shares].filter(([, weight]) => weight > 0).map(([holder, weight]) => ({ holder, weight }))
}

function entriesOf(facts: StreamFact[]): JointEntry[] {
  const entries = new Map<string, JointEntry>()
  for (const fact of facts) {
    const { data } = fact
    const known = entries.get(data.entry)
    if (typeOf(fact) === 'joint-entry-prepared') entries.set(data.entry, { entry: data.entry, event: data.event, date: data.date, totalFen: data.totalFen, preparedBy: data.preparedBy, stage: 'prepared' })
    if (typeOf(fact) === 'joint-entry-confirmed' && known) Object.assign(known, { stage: 'confirmed', by: data.confirmedBy })
    if (typeOf(fact) === 'joint-entry-reversed' && known) Object.assign(known, { stage: 'reversed', by: data.reversedBy })
  }
  return [...entries.values()]
}

function authorisedOf(facts: StreamFact[]): string[] {
  const holders = new Set<string>()
  for (const fact of facts) {
    if (typeOf(fact) === 'allocations-authorised') holders.add(fact.data.holder)
    if (typeOf(fact) === 'authorisation-withdrawn') holders.delete(fact.data.holder)
  }
  return [...holders]
}
