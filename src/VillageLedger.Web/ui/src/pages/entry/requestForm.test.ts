import { describe, expect, it } from 'vitest'
import { requestFields, type FieldSpec } from './requestForm'

const specs: FieldSpec[] = [
  { name: 'date', label: '', kind: 'date', isNeeded: true },
  { name: 'countedFen', label: '', kind: 'amount', isNeeded: true },
  { name: 'first', label: '', kind: 'whole' },
  { name: 'witnesses', label: '', kind: 'list' },
  { name: 'reason', label: '', kind: 'text' },
]

describe('a form of a request', () => {
  it('says values as the request takes them', () =>
    expect(requestFields(specs, { date: '2025-06-30', countedFen: '980', first: '1001', witnesses: 'li、sun', reason: ' ' }).fields).toEqual({ date: '2025-06-30', countedFen: 98_000, first: 1001, witnesses: ['li', 'sun'] }))
  it('counts no cash as a count', () => expect(requestFields(specs, { date: '2025-06-30', countedFen: '0' }).fields['countedFen']).toBe(0))
  it('asks for what is needed', () => expect(requestFields(specs, { date: '2025-06-30' }).faults).toEqual([{ name: 'countedFen', key: 'form.needed' }]))
  it('says which kind a value is not', () => expect(requestFields(specs, { date: '6/31', countedFen: '9.999', first: '-1' }).faults.map(fault => fault.key)).toEqual(['form.date', 'form.amount', 'form.whole']))
})
