import { describe, expect, it } from 'vitest'
import { carry } from './address'
import { markNear } from './KnownAtSlider'
import { moved, turned } from './PeriodPicker'
import { stepsOf } from './closings'
import { readClocks } from './when'
import { choicesOf, isFound } from './WherePicker'

describe('the address', () => {
  it('keeps place and clocks', () => expect(carry('?owner=village/1&month=2025-06&at=9&text=x', '/closing')).toBe('/closing?owner=village%2F1&month=2025-06&at=9'))
  it('takes another place', () => expect(carry('?place=330110&month=2025-06', '/closing', { owner: 'village/1' })).toBe('/closing?month=2025-06&owner=village%2F1'))
  it('takes another period', () => expect(carry('?year=2025', '/closing', { month: '2025-12' })).toBe('/closing?month=2025-12'))
})

describe('the clocks', () => {
  const read = (text: string) => readClocks(new URLSearchParams(text), '2025-01')
  it('reads a month', () => expect(read('month=2025-06')).toEqual({ period: { kind: 'month', month: '2025-06' }, at: undefined }))
  it('reads a year as known at a position', () => expect(read('year=2024&at=17')).toEqual({ period: { kind: 'year', year: '2024' }, at: 17 }))
  it('takes the usual month where the address holds none that is one', () => expect(read('month=2025-13&at=x')).toEqual({ period: { kind: 'month', month: '2025-01' }, at: undefined }))
  it('moves a range by its length', () => expect(moved({ kind: 'range', from: '2025-01', to: '2025-03' }, 1)).toEqual({ kind: 'range', from: '2025-04', to: '2025-06' }))
  it('turns a month into its year', () => expect(turned({ kind: 'month', month: '2025-06' }, 'year')).toEqual({ kind: 'year', year: '2025' }))
})

describe('marks', () => {
  const mark = (position: number, text: string) => ({ position, text, recordedAt: '', owner: 'village/1', kind: 'month-closed' as const })
  it('are taken where the handle is near', () => expect(markNear([mark(10, 'a'), mark(50, 'b')], 51)?.text).toBe('b'))
  it('are not taken from afar', () => expect(markNear([mark(10, 'a')], 53)).toBeUndefined())
  it('give the steps of a play in the order of months', () => expect(stepsOf([mark(9, '2025-02 结账'), mark(5, '2025-01 结账')])).toEqual([{ month: '2025-01', position: 5 }, { month: '2025-02', position: 9 }]))
})

describe('places', () => {
  const owner = (code: string, name: string, initials: string) => ({ owner: `village/${code}`, name, initials, kind: 'village' as const, township: code.slice(0, 9), townshipName: '径山镇' })
  const choices = choicesOf([owner('330110112201', '稻香村', 'dxc'), owner('330110112202', '荷塘村', 'htc')], name => name + '（全部）')
  it('are found by initials and code', () => expect(choices.filter(one => isFound('dxc', one) || isFound('202', one)).map(one => one.label)).toEqual(['稻香村', '荷塘村']))
  it('begin with a whole place of more than one', () => expect(choices[0]?.value).toBe('place:330110112'))
})
