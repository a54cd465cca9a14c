import { useEffect, useState, type ReactNode } from 'react'

/** What is shown only when waiting takes longer than a reader notices. */
export function Later({ children, after = 200 }: { children: ReactNode; after?: number }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return isDue ? <div aria-busy="true">{children}</div> : null
}
