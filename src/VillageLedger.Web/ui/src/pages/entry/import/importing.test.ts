import { describe, expect, it } from 'vitest'
import { faultsByPlace, fileFault, hasFaultyRows, mappingKey, mappingOf, remapped, shownRows, type FileColumn, type ImportFault } from './importing'

const columns: FileColumn[] = [{ letter: 'A', heading: '日期', field: 'date' }, { letter: 'B', heading: '备注' }, { letter: 'C', heading: '借方', field: 'debit' }]
const fault = (row: number, column: string | null, cell: string | null = null): ImportFault => ({ row, column, cell, code: 'import-date-invalid', message: '…' })

describe('a file', () => {
  it.each([['六月.xlsx', 10, undefined], ['六月.CSV', 10, undefined], ['六月.pdf', 10, 'import-type'], ['六月.xls', 0, 'import-empty'], ['六月.xls', 21 * 1024 * 1024, 'import-size']])('%s of %d bytes', (name, size, key) => expect(fileFault({ name, size })).toBe(key))
})

describe('a mapping', () => {
  it('begins with what was understood', () => expect(mappingOf(columns)).toEqual({ 日期: 'date', 借方: 'debit' }))
  it('gives a field to one column', () => expect(remapped({ 日期: 'date' }, '备注', 'date')).toEqual({ 备注: 'date' }))
  it('forgets what means nothing', () => expect(remapped({ 日期: 'date' }, '日期', '')).toEqual({}))
  it('is kept for files of the same headings', () => expect(mappingKey('vouchers', columns)).toBe('village-ledger.mapping.vouchers.日期|备注|借方'))
})

describe('faults', () => {
  const places = faultsByPlace([fault(5, '借方'), fault(6, null), fault(0, null), fault(7, '日期', 'A7'), fault(7, '日期', 'A7')], columns)
  it('stand at their cell', () => expect(places.get('C5')).toHaveLength(1))
  it('stand at their row', () => expect(places.get('6')).toHaveLength(1))
  it('stand at the file', () => expect(places.get('')).toHaveLength(1))
  it('may be several at one', () => expect(places.get('A7')).toHaveLength(2))
  it('choose the rows to look at', () => expect(shownRows([{ row: 5, cells: [] }, { row: 8, cells: [] }], [fault(5, '借方')], true).map(row => row.row)).toEqual([5]))
  it('is shown whole while only its columns are in question', () => expect([hasFaultyRows({ faults: [fault(1, '日期')], headingRow: 1 }), hasFaultyRows({ faults: [fault(5, '日期')], headingRow: 1 })]).toEqual([false, true]))
})
