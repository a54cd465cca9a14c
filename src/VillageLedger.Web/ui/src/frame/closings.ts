import type { Mark } from '../api'

export interface Step {
  month: string
  position: number
}

export function monthOfClosing(mark: Mark): string | undefined {
  return mark.kind === 'month-closed' ? /\d{4}-\d{2}/.exec(mark.text)?.[0] : undefined
}

/** The last closing of each month, in the order of months. */
export function stepsOf(marks: Mark[]): Step[] {
  const closed = new Map<string, number>()
  for (const mark of marks) {
    const month = monthOfClosing(mark)
    if (month) closed.set(month, Math.max(mark.position, closed.get(month) ?? 0))
  }
  return [...closed].map(([month, position]) => ({ month, position })).sort((a, b) => a.month.localeCompare(b.month))
}

/** Of many villages' marks those that the place as a whole has: each month where its last village closed, and everything but closings. */
export function lastClosings(marks: Mark[]): Mark[] {
  const kept = new Set(stepsOf(marks).map(step => step.position))
  return marks.filter(mark => monthOfClosing(mark) === undefined || kept.has(mark.position))
}
