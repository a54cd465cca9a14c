import { describe, expect, it } from 'vitest'
import { amending, claimFaults, claimFields, claimSum, emptyClaim, withLine, type Claim, type ClaimDraft } from './claim'

const meal: ClaimDraft = { ...emptyClaim('bz-1', 'village/1', '2025-06-05'), payee: 'party/h001', lines: [{ key: 1, summary: '会议用餐', amount: '368', account: '51301' }] }
const returned: Claim = { claim: 'bz-1', date: '2025-06-05', state: 'returned', amountFen: 36_800, summary: '会议用餐', lines: 1, payee: 'party/h001', payeeName: '', madeBy: 'chen', approvedBy: '', waitsFor: '', voucher: '', reason: '缺签字' }

describe('a claim', () => {
  it('is handed in as the request has it', () => expect(claimFields(meal)).toEqual({ book: 'village/1', date: '2025-06-05', payee: 'party/h001', lines: [{ summary: '会议用餐', amountFen: 36_800, account: '51301' }] }))
  it('sums its lines', () => expect(claimSum({ ...meal, lines: [...meal.lines, { key: 2, summary: '车费', amount: '12.05', account: '' }] })).toBe(38_005))
  it('wants summary and amount of each line', () => expect(claimFaults(withLine(meal)).map(fault => fault.key)).toEqual(['claim-fault.summary', 'claim-fault.amount']))
  it('takes no negative amount', () => expect(claimFaults({ ...meal, lines: [{ key: 1, summary: '退款', amount: '-5', account: '' }] })).toMatchObject([{ key: 'claim-fault.amount' }]))
  it('wants to know who gets the money', () => expect(claimFaults({ ...meal, payee: '' })).toMatchObject([{ key: 'claim-fault.payee' }]))
  it('that came back is amended under its own id', () => expect(claimFields(amending(returned, [], 'bz-2', 'village/1', undefined))).toMatchObject({ claim: 'bz-1', lines: [{ summary: '会议用餐', amountFen: 36_800 }] }))
  it('that came back has all its lines where this browser knows them', () => expect(amending(returned, [], 'bz-2', 'village/1', meal)).toMatchObject({ id: 'bz-2', amends: 'bz-1', lines: meal.lines }))
})
