import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useReport, type Query } from '../../api'
import { Empty, Later, ProblemNote } from '../../frame'
import { FiguredTable } from './Figured'

interface SectionProps {
  name: string
  options: Query
  title: string
  empty: string
  hidden?: string[]
  /** Buttons beside the title. */
  acts?: ReactNode
}

// A year is a name, not an amount.
const cells = { year: (_: unknown, text: string) => text.replace(',', '') }

/** One report as a part of a page. */
export function Section({ name, options, title, empty, hidden, acts }: SectionProps) {
  const report = useReport(name, options)
  return (
    <section className="vl-section" aria-label={title}>
      <SectionHead title={title}>{acts}</SectionHead>
      {report.error ? (
        <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />
      ) : report.data ? (
        <>
          <FiguredTable view={report.data} options={options} hidden={hidden} cells={cells} isStale={report.isPlaceholderData} empty={<Empty text={empty} />} />
          {report.data.notes.map(note => (
            <p key={note} className="vl-quiet">
              {note}
            </p>
          ))}
        </>
      ) : (
        <Later>
          <Skeleton active paragraph={{ rows: 4 }} />
        </Later>
      )}
    </section>
  )
}

/** A part's title with what can be done about it. */
export function SectionHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="vl-section-head">
      <h2>{title}</h2>
      {children && <div className="vl-section-acts">{children}</div>}
    </div>
  )
}
