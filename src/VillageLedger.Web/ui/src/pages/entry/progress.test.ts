import { describe, expect, it } from 'vitest'
import { secondsLeft } from './progress'

describe('secondsLeft', () => {
  it('is not guessed from one', () => expect(secondsLeft({ done: 1, total: 9, startedAt: 0 }, 1_000)).toBeUndefined())
  it('follows from what is done', () => expect(secondsLeft({ done: 3, total: 9, startedAt: 0 }, 6_000)).toBe(12))
  it('is over at the end', () => expect(secondsLeft({ done: 9, total: 9, startedAt: 0 }, 6_000)).toBeUndefined())
})
