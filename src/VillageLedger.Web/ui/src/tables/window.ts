import { useLayoutEffect, useState, type RefObject } from 'react'

const beyond = 12

/** Which rows of a long table are in sight, with a few beyond either edge. Rows have one height, so that nothing needs measuring. */
export function useRowWindow(box: RefObject<HTMLElement | null>, rowHeight: number, rowCount: number, isVirtual: boolean): { first: number; last: number } {
  const [seen, setSeen] = useState({ first: 0, last: 60 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !isVirtual) return
    let frame = 0
    const look = () => {
      frame = 0
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyond)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond
      // Moves by half of what stands beyond the edge at once, so that few scrolls draw anything.
      setSeen(before => (Math.abs(before.first - first) < beyond / 2 && Math.abs(before.last - last) < beyond / 2 ? before : { first, last }))
    }
    const later = () => (frame ||= requestAnimationFrame(look))
    element.addEventListener('scroll', later, { passive: true })
    const resized = new ResizeObserver(later)
    resized.observe(element)
    look()
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', later)
      resized.disconnect()
    }
  }, [box, rowHeight, isVirtual])
  return isVirtual ? { first: Math.min(seen.first, Math.max(0, rowCount - 1)), last: Math.min(seen.last, rowCount) } : { first: 0, last: rowCount }
}
