import { expect, test } from 'vitest'
import { filterOf } from './operations'
import { groupsOf, rulePath, tableOf, type Rule } from './rules'

const rule = (kind: string, name: string): Rule => ({ kind, name, version: 'a', adoptedAt: '', position: 1 })

test('a name with a stroke stays one part of the address', () => {
  expect(rulePath('row-map/rural-2023/income-statement')).toBe('/rules/row-map/rural-2023%2Fincome-statement')
})

test('rules of a kind stand together in their order', () => {
  expect(groupsOf([rule('chart', 'a'), rule('row-map', 'b'), rule('chart', 'c')]).map(([kind, rules]) => `${kind}: ${rules.map(one => one.name).join()}`)).toEqual(['chart: a,c', 'row-map: b'])
})

test('a text with a head and as many fields in each line is a table, its source left out', () => {
  expect(tableOf('# 财会〔2023〕14号\ncode,name\n101,现金\n')).toEqual([['code', 'name'], ['101', '现金']])
  expect(tableOf('just words\nand, more')).toBeUndefined()
  expect(tableOf('a,b\n1,2,3')).toBeUndefined()
})

test('the days of the operation log are not the period of the books', () => {
  expect(filterOf(new URLSearchParams('from=2025-01&to=2025-06&operator=wang&from-day=2025-06-01'))).toEqual({ operator: 'wang', text: undefined, from: '2025-06-01', to: undefined })
})
