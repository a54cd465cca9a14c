import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { requestForms, type RequestField } from '../../build/requests'
import { textsOf } from '../../build/texts'
import { groups, withOwnForm } from './groups'
import { readTyped } from './read'

const forms = requestForms(JSON.parse(readFileSync('openapi.json', 'utf8')))
const texts = textsOf('requests.csv', readFileSync('src/texts/requests.csv', 'utf8'), 'zh')

test('Every request has a form: of its own, or among all others', () => {
  const here = groups.flatMap(group => group.requests)
  expect([...withOwnForm, ...here].toSorted()).toEqual(Object.keys(forms).toSorted())
})

test('Every field and word of the forms is called something', () => {
  const missing: string[] = []
  const look = (request: string, fields: RequestField[]) => {
    for (const field of fields) {
      if (!texts[`field.${request}.${field.name}`] && !texts[`field.${field.name}`]) missing.push(`field.${request}.${field.name}`)
      for (const word of field.words ?? []) if (!texts[`word.${field.name}.${word}`] && !texts[`word.${word}`]) missing.push(`word.${field.name}.${word}`)
      look(request, field.fields ?? [])
    }
  }
  for (const { requests } of groups)
    for (const request of requests) {
      for (const key of [`title.${request}`, `what.${request}`]) if (!texts[key]) missing.push(key)
      look(request, forms[request]!)
    }
  expect(missing).toEqual([])
})

test('Amounts are read in fen, rates in parts per million, and what is empty is left out', () => {
  const { fields, faults } = readTyped(forms['appoint-manager']!, {
    company: '91330110MA2JN00014',
    contract: 'c-1',
    manager: 'party/p-1',
    from: '2026-01-01',
    baseFen: '12万',
    basePaidBy: 'company/91330110MA2JN00014',
    bonus: { figure: 'profit', ratePpm: '2.5', capFen: '' },
    to: '',
  })
  expect(faults).toEqual([])
  expect(fields['baseFen']).toBe(12_000_000)
  expect(fields['bonus']).toEqual({ figure: 'profit', ratePpm: 25_000 })
  expect('to' in fields).toBe(false)
})

test('A fault stands at its field, in a line of a list too', () => {
  const { faults } = readTyped(forms['agree-shares']!, { venture: 'v', from: '2026-01-01', shares: [{ holder: 'village/330110112201', weight: '1.5' }, {}], resolution: ' ' })
  expect(faults.map(fault => [fault.path.join('.'), fault.key])).toEqual([
    ['shares.0.weight', 'bad.whole'],
    ['resolution', 'needed'],
  ])
})
