const parts = 40

/**
 * Where the slider's handle stands for a position of the log: marks stand at even distances and what lies between two of them in proportion, so that the closings of one village do not fall
 * upon each other in a county's long log.
 */
export interface MarkScale {
  most: number
  /** Of the handle, for a position. */
  valueOf: (position: number) => number
  /** Of the log, where the handle stands. */
  positionAt: (value: number) => number
}

export function markScale(marks: number[], last: number): MarkScale {
  const stops = [0, ...new Set(marks.filter(mark => mark > 0 && mark < last)), Math.max(last, 1)].sort((a, b) => a - b)
  const most = (stops.length - 1) * parts
  return {
    most,
    valueOf: position => {
      const after = stops.findIndex(stop => stop > position)
      if (after < 0) return most
      const [from, to] = [stops[after - 1] ?? 0, stops[after]!]
      return (after - 1) * parts + Math.round(((position - from) / (to - from)) * parts)
    },
    positionAt: value => {
      const before = Math.min(Math.floor(value / parts), stops.length - 2)
      const [from, to] = [stops[before]!, stops[before + 1]!]
      return from + Math.round(((value - before * parts) / parts) * (to - from))
    },
  }
}
