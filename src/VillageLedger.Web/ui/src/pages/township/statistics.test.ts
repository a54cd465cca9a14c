import { expect, test } from 'vitest'
import { placeOfScope } from './statistics'

test('townships and counties are asked for in the whole county, groups wherever their villages lie', () => {
  expect((['village', 'township', 'county', 'group'] as const).map(scope => placeOfScope('330110012', scope))).toEqual(['330110012', '330110', '330110', undefined])
})
