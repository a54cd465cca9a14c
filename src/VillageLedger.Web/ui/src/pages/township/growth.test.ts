import { expect, test } from 'vitest'
import { cutRate, growthColours, growthSteps, growthText, stepOf } from './growth'

test('growth falls into steps, its own where nothing is known', () => {
  expect([-100_000, -1, 0, 1, 100_000, null].map(stepOf)).toEqual(['fell-much', 'fell', 'same', 'rose', 'rose-much', 'unknown'])
})

test('growth is written with its sign', () => {
  expect([12_300, -5_000, 0, null].map(growthText)).toEqual(['+1.2%', '-0.5%', '0%', ''])
})

test('the letters of every step can be read on their ground', () => {
  const light = (hex: string) => {
    const parts = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!
  }
  const contrasts = growthSteps.map(step => {
    const [a, b] = [light(growthColours[step].ground), light(growthColours[step].text)]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  })
  expect(Math.min(...contrasts)).toBeGreaterThan(4.5)
})

test('a rate in a table is cut to hundredths of a percent', () => {
  expect([989_619, -118_382, 5_099].map(cutRate)).toEqual([989_600, -118_300, 5_000])
})
