import type { Cell, ReportView } from '../../api'
import { sumFen } from '../../money'

export interface PaperLine {
  line: number
  summary: string
  account: string
  name: string
  debitFen: number | null
  creditFen: number | null
  /** Party, project, contract, quantity and settlement, each with its heading. */
  beside: { heading: string; text: string }[]
}

/** A voucher as its paper form has it. */
export interface Paper {
  id: string
  owner: string
  month: string
  date: string
  /** 记-17; only the word before it is posted. */
  numberText: string
  type: string
  number: number | null
  state: string
  stateText: string
  kind: string
  kindText: string
  attachmentCount: number
  attachments: { name: string; sha256: string }[]
  preparedBy: string
  amendedBy: string
  reviewedBy: string
  postedBy: string
  cashier: string
  reason: string
  concernsMonth: string
  reversedBy: string
  correctedBy: string
  links: Partial<Record<'reverses' | 'reversedBy' | 'corrects' | 'correctedBy', string>>
  /** Of the fact that posted it. */
  position: number | null
  lines: PaperLine[]
  debitFen: number | undefined
  creditFen: number | undefined
}

const besides = ['partyName', 'party', 'project', 'contract', 'quantityThousandths', 'settlementKind', 'settlementNumber']

export function paperOf(view: ReportView): Paper {
  const head = (name: string): Cell => view.head.find(line => line.name === name)?.value ?? null
  const text = (name: string) => String(head(name) ?? '')
  const word = (name: string) => view.head.find(line => line.name === name)?.text ?? view.words[name]?.[text(name)] ?? text(name)
  const lines = view.rows.map(row => lineOf(view, row))
  const amounts = (side: 'debitFen' | 'creditFen') => sumFen(lines.map(line => line[side] ?? 0))
  const number = head('number')
  return {
    id: text('voucher'),
    owner: text('book'),
    month: text('month'),
    date: text('date'),
    numberText: number === null ? text('type') : `${text('type')}-${number}`,
    type: text('type'),
    number: typeof number === 'number' ? number : null,
    state: text('state'),
    stateText: word('state'),
    kind: text('kind'),
    kindText: word('kind'),
    attachmentCount: Number(head('attachmentCount') ?? 0),
    attachments: attachmentsOf(text('attachments')),
    preparedBy: text('preparedBy'),
    amendedBy: text('amendedBy'),
    reviewedBy: text('reviewedBy'),
    postedBy: text('postedBy'),
    cashier: text('cashier'),
    reason: text('reason'),
    concernsMonth: text('concernsMonth'),
    reversedBy: text('reversedBy'),
    correctedBy: text('correctedBy'),
    links: { reverses: text('reverses') || undefined, reversedBy: text('reversedBy') || undefined, corrects: text('corrects') || undefined, correctedBy: text('correctedBy') || undefined },
    position: typeof head('position') === 'number' ? (head('position') as number) : null,
    lines,
    debitFen: amounts('debitFen'),
    creditFen: amounts('creditFen'),
  }
}

function lineOf(view: ReportView, row: Cell[]): PaperLine {
  const at = (name: string) => row[view.columns.findIndex(column => column.name === name)] ?? null
  const unit = at('unit')
  const beside = besides.flatMap(name => {
    const cell = at(name)
    if (cell === null || cell === '' || (name === 'party' && at('partyName'))) return []
    const heading = view.columns.find(column => column.name === name)?.heading ?? name
    const text = name === 'quantityThousandths' ? `${thousandths(Number(cell))} ${unit ?? ''}` : (view.words[name]?.[String(cell)] ?? String(cell))
    return [{ heading, text }]
  })
  return {
    line: Number(at('line')),
    summary: String(at('summary') ?? ''),
    account: String(at('account') ?? ''),
    name: String(at('name') ?? ''),
    debitFen: at('debitFen') as number | null,
    creditFen: at('creditFen') as number | null,
    beside,
  }
}

function thousandths(count: number): string {
  const digits = Math.abs(count).toString().padStart(4, '0')
  const decimals = digits.slice(-3).replace(/0+$/, '')
  return (count < 0 ? '-' : '') + digits.slice(0, -3) + (decimals ? '.' + decimals : '')
}

/** `租金发票.pdf 9f86…` one after the other: each name stands before the 64 digits of its content. */
export function attachmentsOf(text: string): { name: string; sha256: string }[] {
  return [...text.matchAll(/([^\n;；]*?)[\s(（]*([0-9a-f]{64})[)）]?/g)].map(([, name = '', sha256 = '']) => ({ name: name.replace(/^[,，、\s]+/, '').trim() || sha256.slice(0, 8), sha256 }))
}
