import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { invalidateFigures, isProblem, mayRequest, newId, postBatch, useSession, type Owner, type ReportView } from '../../api'
import { Empty, monthText, problemText, useAddress, useWhen, useWhere } from '../../frame'
import { ReportTable } from '../../tables'

/** As many as one answer takes at a time, so that progress is seen. */
const atOnce = 10

interface Told {
  isDone: boolean
  text: string
}

/** Closes a month of many books: each by itself, so that one that is not ready holds up no other and says what it lacks. */
export function CloseMany() {
  const { t, i18n } = useTranslation('books')
  const { t: frame } = useTranslation('frame')
  const session = useSession()
  const queries = useQueryClient()
  const addressOf = useAddress()
  const { owners, place } = useWhere()
  const { month, isHistoric } = useWhen()
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [told, setTold] = useState<Record<string, Told>>({})
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const inside = owners.filter(one => one.firstMonth && (!place || one.township === place || one.county === place))
  const open = inside.filter(one => (one.closedThrough ?? '') < month)
  const name = monthText(month, i18n.language)

  const close = async () => {
    const books = open.filter(one => chosen.has(one.owner))
    setProgress({ done: 0, all: books.length })
    try {
      for (let i = 0; i < books.length; i += atOnce) {
        const some = books.slice(i, i + atOnce)
        const requests = some.map(one => ({ request: 'close-month', id: newId(), book: one.owner, month }))
        const { outcomes } = await postBatch(requests, false)
        setTold(before => ({ ...before, ...Object.fromEntries(outcomes.map((outcome, j) => [some[j]!.owner, toldOf(outcome)])) }))
        setProgress({ done: Math.min(i + atOnce, books.length), all: books.length })
      }
    } catch (error) {
      setTold(before => ({ ...before, ...Object.fromEntries(books.filter(one => !before[one.owner]).map(one => [one.owner, { isDone: false, text: isProblem(error) ? problemText(error, frame) : String(error) }])) }))
    } finally {
      setProgress(null)
      setChosen(new Set())
      await queries.invalidateQueries({ queryKey: ['owners'] })
      await invalidateFigures(queries)
    }
  }
  const toldOf = (outcome: { outcome: string; message?: string }): Told =>
    outcome.outcome.includes('done') ? { isDone: true, text: t('month-closed', { month: name }) } : { isDone: false, text: outcome.message ?? outcome.outcome }

  if (inside.length === 0) return <Empty text={t('no-books-here')} />
  return (
    <>
      <p className="vl-quiet">{t('closing-many-what', { month: name, open: open.length, all: inside.length })}</p>
      {!isHistoric && mayRequest(session, 'close-month') && (
        <div className="vl-closing">
          <Button type="primary" disabled={chosen.size === 0} loading={progress !== null} onClick={() => void close()}>
            {t('close-chosen', { count: chosen.size })}
          </Button>
          {progress && <Progress className="vl-progress" percent={Math.round((100 * progress.done) / progress.all)} format={() => `${progress.done}/${progress.all}`} />}
        </div>
      )}
      <ReportTable
        view={viewOf(inside, told, month, key => t(key))}
        selection={isHistoric || !mayRequest(session, 'close-month') ? undefined : { keys: chosen, onChange: keys => setChosen(new Set([...keys].filter(key => open.some(one => one.owner === key)))) }}
        hidden={['owner']}
        cells={{ name: (row, text) => <Link to={addressOf('/closing', { owner: row.key })}>{text}</Link> }}
      />
    </>
  )
}

function viewOf(owners: Owner[], told: Record<string, Told>, month: string, text: (key: string) => string): ReportView {
  const column = (name: string, key: string, isKey = false) => ({ name, heading: text(key), kind: 'text' as const, isKey, isShown: true })
  return {
    report: 'close-many',
    title: text('closing-many'),
    subject: '',
    asOf: { position: 0 },
    columns: [column('owner', 'book', true), column('name', 'book'), column('township', 'township'), column('closedThrough', 'closed-through-month'), column('state', 'state'), column('told', 'outcome')],
    rows: owners.map(one => [one.owner, one.name, one.townshipName ?? null, one.closedThrough ?? null, text((one.closedThrough ?? '') >= month ? 'is-closed' : 'is-open'), told[one.owner]?.text ?? null]),
    head: [],
    words: {},
    notes: [],
  }
}
