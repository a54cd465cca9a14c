import { describe, expect, it } from 'vitest'
import type { Account, WrittenVoucher } from '../../../api'
import { emptyDraft, reduce, type Action, type Draft, type Field } from './grid'
import { copied, draftOf, faultsOf, fieldsOf, lineOfRefusal, refusedLine } from './request'

const account = (code: string, leaf = true, requires: string[] = []): [string, Account] => [code, { account: code, name: code, initials: '', leaf, balanceSide: 'debit', requires }]
const accounts = new Map([account('101'), account('102', false), account('11201', true, ['party']), account('501')])
const set = (row: number, field: Field, text: string): Action => ({ kind: 'set', row, field, text })
const rent: Draft = [set(0, 'summary', '收租金'), set(0, 'account', '101'), set(0, 'debit', '1,234.50'), set(2, 'summary', '六月'), set(2, 'account', '501'), set(2, 'credit', '1234.5')].reduce(
  reduce,
  emptyDraft('v-1', 'village/330110112201', '2025-06-30'),
)
const keysOf = (draft: Draft) => faultsOf(draft, accounts).map(fault => fault.key)

describe('faults', () => {
  it('are none in a whole voucher', () => expect(keysOf(rent)).toEqual([]))
  it('say by how much it is off', () => expect(faultsOf(reduce(rent, set(0, 'debit', '1300')), accounts)).toMatchObject([{ key: 'fault.debit-more', values: { amount: '65.50' } }]))
  it('stand at the line of an account with details', () => expect(faultsOf(reduce(rent, set(0, 'account', '102')), accounts)).toMatchObject([{ key: 'fault.account-not-leaf', line: 1, field: 'account' }]))
  it('ask for the party that the account requires', () => expect(keysOf(reduce(rent, set(0, 'account', '11201')))).toEqual(['fault.needs-party']))
  it('tell an amount from what is none', () => expect(keysOf(reduce(rent, set(0, 'debit', '12,34'))).slice(0, 1)).toEqual(['fault.amount-none']))
  it.each([['0.001', 'fault.amount-decimals'], ['90071992547409.92', 'fault.amount-too-large']])('say why %s is no amount', (text, key) => expect(keysOf(reduce(rent, set(0, 'debit', text)))[0]).toBe(key))
  it('want two lines', () => expect(keysOf(emptyDraft('v-1', 'village/1', '2025-06-30'))).toContain('fault.two-lines'))
  it('want a day of the calendar', () => expect(keysOf({ ...rent, date: '2025-06-31' })).toEqual(['fault.date']))
})

describe('fields', () => {
  it('are those of prepare-voucher, without empty lines', () =>
    expect(fieldsOf(rent)).toEqual({
      book: 'village/330110112201', date: '2025-06-30', summary: '收租金', type: '记',
      lines: [{ account: '101', debitFen: 123450 }, { account: '501', creditFen: 123450, summary: '六月' }],
    }))
  it('hold quantity and settlement', () => {
    const draft = [set(0, 'quantity', '12.5'), set(0, 'unit', '亩'), set(0, 'settlement', 'transfer'), set(0, 'settlementNumber', '0817')].reduce(reduce, rent)
    expect((fieldsOf(draft)['lines'] as unknown[])[0]).toMatchObject({ quantity: { thousandths: 12500, unit: '亩' }, settlement: { kind: 'transfer', number: '0817' } })
  })
})

describe('refusals', () => {
  it.each([['第 3 行：科目 501 下有明细科目，请选择明细（如 50101）。', 3], ['Line 12: 102 has details.', 12], ['“lines[2].debitFen”为零。', 2], ['凭证借贷不平。', undefined]])('%s', (detail, line) => expect(lineOfRefusal(detail)).toBe(line))
  it('count the lines that were sent', () => expect(refusedLine(rent, '第 2 行：…')).toBe(rent.lines[2]!.key))
})

describe('a voucher as it was written', () => {
  const written: WrittenVoucher = {
    voucher: 'v-1', book: 'village/1', month: '2025-06', state: 'prepared', type: '付', date: '2025-06-30', kind: 'ordinary', summary: '付款', attachmentCount: 2,
    attachments: [{ name: '发票 1.pdf', sha256: 'a'.repeat(64), invoice: { issuer: '91330110MA2AXB1234', number: '26332000' } }],
    lines: [
      { account: '501', creditFen: -5, project: 'p1', contract: 'c1', quantity: { thousandths: 1500, unit: '亩' } },
      { account: '101', debitFen: -5, summary: '红字', party: 'party/h001', settlement: { kind: 'cheque', number: '77', date: '2025-06-29', payee: 'party/h002' } },
    ],
    sourceNumber: '旧-7',
  }
  const draft = draftOf(written, 'am-1')
  it('is sent as it was, word for word, where nothing is changed', () => {
    const { voucher: _, month: __, state: ___, kind: ____, ...said } = written
    expect(fieldsOf(draft)).toEqual(said)
  })
  it('keeps its summary while a line says it', () => expect(fieldsOf(reduce(draft, set(0, 'summary', '别的')))).toMatchObject({ summary: '别的' }))
  it('is copied without its files', () => expect(copied(draft, 'v-2', '2025-07-01')).toMatchObject({ id: 'v-2', date: '2025-07-01', attachments: [] }))
})
