import { expect, test } from 'vitest'
import type { ReportDefinition, Session } from '../../api'
import { openTo, optionsOf } from './options'

const report = (name: string, ...options: string[]) => ({ name, title: name, canRestate: false, options: options.map(option => ({ name: option, title: option, required: name === 'thresholds', kind: 'text' })) }) as unknown as ReportDefinition
const where = { owner: 'village/330110012201', current: { owner: 'village/330110012201', township: '330110012', county: '330110' } } as Parameters<typeof optionsOf>[2]
const when = { options: { month: '2025-12' }, month: '2025-12' }
const session = (role: string) => ({ roles: [{ role, at: '330110', name: role }] }) as unknown as Session

test('a report of a whole year is asked for the year of the period', () => {
  expect(optionsOf(report('weak-villages', 'place'), new URLSearchParams(), where, when)).toEqual({ year: '2025' })
})

test('a place that is needed is that of the chosen books', () => {
  expect(optionsOf(report('thresholds', 'place'), new URLSearchParams(), where, when)).toEqual({ place: '330110012', month: '2025-12' })
})

test('a county is asked for as a whole', () => {
  expect(optionsOf(report('village-statistics', 'by', 'place'), new URLSearchParams('by=county&place=330110012'), where, when)['place']).toBe('330110')
})

test('names of persons are offered to those who keep or audit books only', () => {
  expect(['auditor', 'regulator'].map(role => openTo(session(role), report('claims', 'names')).options.length)).toEqual([1, 0])
})
