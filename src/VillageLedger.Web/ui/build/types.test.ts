import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typesOf } from './types'

test('The types of the interface are those of its description', async () => {
  expect(readFileSync('src/api/schema.d.ts', 'utf8'), 'run npm run types').toBe(await typesOf(JSON.parse(readFileSync('openapi.json', 'utf8'))))
})
