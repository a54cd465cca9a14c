import { typeOf, type StreamFact } from '../../api'

interface Change {
  date: string
  holder: string
  subscribedFen: number
  paidInFen: number
  kind: 'founded' | 'subscribed' | 'paid-in' | 'given' | 'taken'
  document?: string
}

export interface WorksContract {
  contract: string
  awarder: string
  date: string
  works: string
  amountFen: number
  procedure: string
  ceilingFen?: number
  settledFen: number
  settledOn?: string
}

export interface Company {
  company: string
  name: string
  kind: string
  founded: string
  /** By the day from which they count. */
  changes: Change[]
  works: WorksContract[]
}

/** A company of the facts of its stream; undefined before it was registered. */
export function companyOf(facts: StreamFact[]): Company | undefined {
  const registered = facts.find(fact => typeOf(fact) === 'company-registered')?.data
  if (!registered) return undefined
  const changes: Change[] = []
  const works = new Map<string, WorksContract>()
  for (const fact of facts) {
    const { data } = fact
    switch (typeOf(fact)) {
      case 'company-registered':
        for (const one of data.shareholders) changes.push({ ...one, date: data.founded, kind: 'founded' })
        break
      case 'capital-subscribed':
        changes.push({ date: data.date, holder: data.holder, subscribedFen: data.amountFen, paidInFen: 0, kind: 'subscribed', document: data.resolution })
        break
      case 'capital-paid-in':
        changes.push({ date: data.date, holder: data.holder, subscribedFen: 0, paidInFen: data.amountFen, kind: 'paid-in', document: data.document })
        break
      case 'capital-transferred':
        changes.push({ date: data.date, holder: data.from, subscribedFen: -data.subscribedFen, paidInFen: -data.paidInFen, kind: 'given', document: data.resolution })
        changes.push({ date: data.date, holder: data.to, subscribedFen: data.subscribedFen, paidInFen: data.paidInFen, kind: 'taken', document: data.resolution })
        break
      case 'works-awarded':
        works.set(data.contract, { ...data, settledFen: 0 })
        break
      case 'works-progress-recorded': {
        const contract = works.get(data.contract)
        if (contract) Object.assign(contract, { settledFen: data.amountFen, settledOn: data.date })
        break
      }
    }
  }
  const { company, name, kind, founded } = registered
  return { company, name, kind, founded, changes: changes.sort((a, b) => a.date.localeCompare(b.date)), works: [...works.values()] }
}

/** What each holder had paid in (or subscribed) from each day on which anything changed, in fen. */
export function capitalOverTime(changes: Change[], of: 'subscribedFen' | 'paidInFen'): { dates: string[]; holders: Map<string, number[]> } {
  const dates = [...new Set(changes.map(one => one.date))]
  const holders = new Map<string, number[]>()
  for (const holder of new Set(changes.map(one => one.holder)))
    holders.set(
      holder,
      dates.map(date => changes.reduce((sum, one) => (one.holder === holder && one.date <= date ? sum + one[of] : sum), 0)),
    )
  return { dates, holders }
}

/** The same as parts per million of all on each day, rounded down; `until` is the last date. */
export function capitalShares(changes: Change[], until: string): { dates: string[]; parts: Map<string, number[]> } {
  const { dates, holders } = capitalOverTime(changes, 'subscribedFen')
  const sums = dates.map((_, i) => [...holders.values()].reduce((sum, one) => sum + BigInt(one[i]!), 0n))
  const last = dates.at(-1) ?? until
  const parts = new Map([...holders].map(([holder, fen]) => [holder, [...fen, fen.at(-1)!].map((one, i) => ppmOf(one, sums[Math.min(i, sums.length - 1)]!))]))
  return { dates: [...dates, until > last ? until : last + 'T23:59'], parts }
}

function ppmOf(fen: number, sum: bigint): number {
  return sum === 0n ? 0 : Number((BigInt(fen) * 1_000_000n) / sum)
}
