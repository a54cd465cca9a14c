import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** Whose and of when. */
  subject?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A page's head and body. */
export function Page({ title, subject, actions, children }: Props) {
  return (
    <div className="vl-page">
      <div className="vl-page-head">
        <div>
          <h1>{title}</h1>
          {subject && <p className="vl-subject">{subject}</p>}
        </div>
        {actions && <div className="vl-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
