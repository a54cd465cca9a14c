import { expect, test } from 'vitest'
import { agentText, isPlace, placesOf } from './users'

test('a role is given at a place by its digits or at an owner by its address', () => {
  expect(['330110', '330110112201', 'venture/jiucun', 'company/91330110MA2HY0001F'].every(isPlace)).toBe(true)
  expect(['3301101', '', 'person/x', '330110 '].some(isPlace)).toBe(false)
})

test('counties come before townships, townships before villages, and each is found by its code', () => {
  const owners = [{ owner: 'village/330110112201', name: '稻香村', initials: 'dxc', kind: 'village' as const, township: '330110112', townshipName: '径山镇', county: '330110', countyName: '余杭区' }]
  expect(placesOf(owners, name => name).map(one => one.value)).toEqual(['330110', '330110112', '330110112201'])
})

test('a browser is called by its name and system', () => {
  expect(agentText('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Safari/604.1')).toBe('Safari · iOS')
  expect(agentText('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130 Safari/537.36 Edg/130')).toBe('Edge · Windows')
})
