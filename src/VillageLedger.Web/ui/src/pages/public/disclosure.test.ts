import { expect, test } from 'vitest'
import { periodsOf, sectionsOf, summaryOf } from './disclosure'

const names = ['section', 'item', 'name', 'level', 'partyKind', 'party', 'amountFen', 'yearFen', 'openingFen', 'receivedFen', 'paidFen', 'from', 'to']
const columns = names.map(name => ({ name, heading: name, kind: 'text' as const, isKey: false, isShown: true }))
const words = { section: { income: '收入', 'income-total': '收入合计', contract: '新签合同' }, partyKind: { person: '个人' } }
const row = (given: Record<string, string | number>) => names.map(name => given[name] ?? null)
const view = {
  columns,
  words,
  rows: [
    row({ section: 'income', name: '租金', amountFen: 500, yearFen: 900 }),
    row({ section: 'income', name: '无发生', amountFen: 0, yearFen: 0 }),
    row({ section: 'income-total', amountFen: 500, yearFen: 900 }),
    row({ section: 'expense-total', amountFen: 0, yearFen: 0 }),
    row({ section: 'surplus', amountFen: 500, yearFen: 900 }),
    row({ section: 'contract', name: '鱼塘承包', partyKind: 'person', party: 'p***1', amountFen: 1_000, from: '2025-01-01', to: '2027-12-31' }),
  ],
}

test('a section without anything in it is left out, and so are lines without figures', () => {
  const sections = sectionsOf(view)
  expect(sections.map(section => section.name)).toEqual(['income', 'contract'])
  expect(sections[0]!.lines.map(line => line.name)).toEqual(['租金', '收入合计'])
})

test('a natural person stands there by kind and masked id', () => {
  expect(sectionsOf(view)[1]!.lines[0]!.party).toBe('个人 p***1')
})

test('the summary has what is there and nothing else', () => {
  expect(summaryOf(view)).toEqual({ income: 500, expense: 0, surplus: 500, money: null })
})

test('only whole quarters can be chosen, the latest first', () => {
  expect(periodsOf('2024-11', '2025-07')).toEqual({
    months: ['2025-07', '2025-06', '2025-05', '2025-04', '2025-03', '2025-02', '2025-01', '2024-12', '2024-11'],
    quarters: ['2025-2', '2025-1'],
  })
})
