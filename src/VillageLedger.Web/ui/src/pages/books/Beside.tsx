import { useTranslation } from 'react-i18next'
import type { HeadLine, ReportView } from '../../api'
import { yuan } from '../../money'

/** What is true of all rows, above them. */
export function Head({ view, hidden }: { view: ReportView; hidden?: string[] }) {
  const { t } = useTranslation('books')
  const lines = view.head.filter(line => line.value !== null && line.value !== '' && !hidden?.includes(line.name))
  if (lines.length === 0) return null
  return (
    <dl className="vl-head">
      {lines.map(line => (
        <div key={line.name}>
          <dt>{line.heading}</dt>
          <dd title={line.name === 'rules' ? String(line.value) : undefined}>{line.name === 'rules' ? String(line.value).slice(0, 8) : line.name === 'standard' ? t(`standard.${line.value}`, { defaultValue: headText(line) }) : headText(line)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function headText(line: HeadLine): string {
  if (line.text) return line.text
  if (line.kind === 'fen' && typeof line.value === 'number') return yuan(line.value)
  if (line.kind === 'flag') return line.value ? '✓' : ''
  return String(line.value ?? '')
}

/** What a reader must know beside the figures. */
export function Notes({ view }: { view: ReportView }) {
  const { t } = useTranslation('books')
  if (view.notes.length === 0) return null
  return (
    <aside className="vl-notes" aria-label={t('notes')}>
      {view.notes.map(note => (
        <p key={note}>{note}</p>
      ))}
    </aside>
  )
}
