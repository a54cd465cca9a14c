import { describe, expect, it } from 'vitest'
import { markScale } from './markScale'

describe('the scale of the known-at clock', () => {
  const scale = markScale([600, 700, 800], 24_000)

  it('sets marks at even distances', () => expect([600, 700, 800, 24_000].map(scale.valueOf)).toEqual([40, 80, 120, 160]))
  it('finds a mark where its handle stands', () => expect([40, 80, 120, 160].map(scale.positionAt)).toEqual([600, 700, 800, 24_000]))
  it('divides what lies between', () => expect(scale.positionAt(60)).toBe(650))
  it('has the whole log where nothing is marked', () => expect([markScale([], 90).positionAt(20), markScale([], 90).most]).toEqual([45, 40]))
  it('stands still in an empty log', () => expect(markScale([], 0).valueOf(0)).toBe(0))
})
