import { readFileSync, writeFileSync } from 'node:fs'
import { typesOf } from './types.ts'

writeFileSync('src/api/schema.d.ts', await typesOf(JSON.parse(readFileSync('openapi.json', 'utf8'))))
