import type { ReactNode } from 'react'

/** Nothing is here yet: what belongs here, and the button that starts it. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="vl-empty">
      <p>{text}</p>
      {children}
    </div>
  )
}
