import { describe, expect, it } from 'vitest'
import type { WrittenClaim } from '../../../api'
import { amending, claimFaults, claimFields, claimSum, emptyClaim, withLine, type ClaimDraft } from './claim'

const meal: ClaimDraft = { ...emptyClaim('bz-1', 'village/1', '2025-06-05'), payee: 'party/h001', lines: [{ key: 1, summary: '会议用餐', amount: '368', account: '51301' }] }
const returned: WrittenClaim = { claim: 'bz-1', book: 'village/1', date: '2025-06-05', payee: 'party/h001', lines: [{ summary: '会议用餐', amountFen: 36_800, fund: 'f1' }, { summary: '车费', amountFen: 1_205, account: '51301' }], attachments: [{ name: 'a.png', sha256: 'a'.repeat(64), invoice: { issuer: '330110123456789', number: '77' } }] }

describe('a claim', () => {
  it('is handed in as the request has it', () => expect(claimFields(meal)).toEqual({ book: 'village/1', date: '2025-06-05', payee: 'party/h001', lines: [{ summary: '会议用餐', amountFen: 36_800, account: '51301' }] }))
  it('sums its lines', () => expect(claimSum({ ...meal, lines: [...meal.lines, { key: 2, summary: '车费', amount: '12.05', account: '' }] })).toBe(38_005))
  it('wants summary and amount of each line', () => expect(claimFaults(withLine(meal)).map(fault => fault.key)).toEqual(['claim-fault.summary', 'claim-fault.amount']))
  it('takes no negative amount', () => expect(claimFaults({ ...meal, lines: [{ key: 1, summary: '退款', amount: '-5', account: '' }] })).toMatchObject([{ key: 'claim-fault.amount' }]))
  it('wants to know who gets the money', () => expect(claimFaults({ ...meal, payee: '' })).toMatchObject([{ key: 'claim-fault.payee' }]))
  it('that came back is said as it was, under its own id', () => {
    const { book: _, ...said } = returned
    expect(claimFields(amending(returned, 'bz-2'))).toEqual(said)
  })
})
