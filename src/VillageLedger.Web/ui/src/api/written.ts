import { useQuery } from '@tanstack/react-query'
import { callJson } from './client'

export interface WrittenFile {
  name: string
  sha256: string
  invoice?: { issuer: string; number: string }
}

export interface WrittenLine {
  account: string
  debitFen?: number
  creditFen?: number
  /** Where it is another than the voucher's. */
  summary?: string
  party?: string
  project?: string
  contract?: string
  quantity?: { thousandths: number; unit: string }
  settlement?: { kind: string; number?: string; date?: string; payee?: string }
}

/** A voucher word for word, as requests name its fields. */
export interface WrittenVoucher {
  voucher: string
  book: string
  month: string
  state: string
  type: string
  date: string
  kind: string
  summary: string
  lines: WrittenLine[]
  attachmentCount: number
  attachments: WrittenFile[]
  corrects?: string
  concernsMonth?: string
  sourceNumber?: string
  cause?: string
}

export interface WrittenClaim {
  claim: string
  book: string
  date: string
  payee: string
  lines: { summary: string; amountFen: number; account?: string; party?: string; project?: string; contract?: string; fund?: string }[]
  attachments: WrittenFile[]
}

/** What a form is filled from that amends or copies a voucher; read anew each time. */
export function useWrittenVoucher(voucher: string, at?: number) {
  return useQuery({ queryKey: ['report', 'written', voucher, at], queryFn: ({ signal }) => callJson<WrittenVoucher>('/vouchers', { query: { voucher, at }, signal }), gcTime: 0 })
}

export function readWrittenClaim(claim: string) {
  return callJson<WrittenClaim>('/claims', { query: { claim } })
}
