import { Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Figure, Owner, Query, ReportView } from '../../api'
import { periodText, useAddress, useWhen } from '../../frame'
import { ReportTable, type ArrangedRow } from '../../tables'
import { ExplainDrawer } from '../books/ExplainDrawer'
import { FactDrawer } from '../books/FactDrawer'
import '../books/books.css'
import { Composition, CompositionLegend } from './Composition'
import { GrowthMap } from './GrowthMap'
import { Marks, useMarkText } from './Marks'
import { marksOf } from './marks'
import { compared, rowsOf, type Scope, type StatisticsRow } from './statistics'
import { useVillageFacts } from './villageFacts'

interface Props {
  view: ReportView
  options: Query
  scope: Scope
  placeName: string
  villages: Owner[]
  isStale: boolean
}

/** The statistics as table and treemap; a figure opens what it is made of. */
export function Compared({ view, options, scope, placeName, villages, isStale }: Props) {
  const { t, i18n } = useTranslation('township')
  const when = useWhen()
  const addressOf = useAddress()
  const textOf = useMarkText()
  const [search, setSearch] = useSearchParams()
  const [onlyMarked, setOnlyMarked] = useState(false)
  const facts = useVillageFacts(scope === 'village' ? villages : [], options['place'] as string | undefined)
  const rows = useMemo(() => rowsOf(view), [view])
  const byKey = useMemo(() => new Map(rows.map(row => [row.key, row])), [rows])
  const marks = (row: StatisticsRow) => marksOf({ ...figuresOf(row), ...(scope === 'village' ? facts.of(row.key) : {}) })
  const marked = rows.filter(row => marks(row).length > 0)
  const kept = onlyMarked ? { ...view, totals: null, rows: view.rows.filter((_, i) => marks(rows[i]!).length > 0) } : view
  const table = compared(kept, scope, {
    headings: { marks: t('marks'), composition: t('composition'), closedThrough: t('closed-through') },
    marks,
    textOf,
    closedThrough: row => (scope === 'village' ? (facts.of(row.key).closedThrough ?? '') : t('closed-of', { open: Number(row.cell('openVillages') ?? 0), all: Number(row.cell('villages') ?? 0) })),
  })
  const figure: Figure | null = search.has('row') && search.has('column') ? { row: search.get('row')!, column: search.get('column')! } : null
  const open = (words: Record<string, string | undefined>) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      for (const [word, value] of Object.entries(words)) {
        if (value === undefined) after.delete(word)
        else after.set(word, value)
      }
      return after
    })
  const keyOf = (row: ArrangedRow) => byKey.get(row.key)
  const addressOfRow = (key: string) =>
    scope === 'village' ? addressOf('/closing', { owner: `village/${key}` }) : scope === 'group' ? undefined : addressOf('/township', { place: key, by: 'village' })

  return (
    <>
      <p className="vl-lead" role="status">
        {t(marked.length === 0 ? 'nobody-marked' : 'marked', { count: marked.length, all: rows.length })}
        {facts.isChecking && <span className="vl-quiet"> {t('checking')}</span>}
        <label className="vl-only-marked">
          <Switch size="small" checked={onlyMarked} onChange={setOnlyMarked} /> {t('only-marked')}
        </label>
      </p>
      <div className="vl-township">
        <ReportTable
          view={table}
          options={options}
          isStale={isStale}
          tools={<CompositionLegend />}
          onFigure={(row, column) => open({ row, column })}
          cells={{
            name: (row, text) => {
              const address = addressOfRow(row.key)
              return address ? <Link to={address}>{text}</Link> : text
            },
            marks: row => keyOf(row) && <Marks marks={marks(keyOf(row)!)} />,
            composition: row => keyOf(row) && <Composition row={keyOf(row)!} />,
          }}
        />
        <GrowthMap
          title={t('treemap-title', { place: placeName })}
          period={periodText(when.period, i18n.language)}
          villages={rows.map(row => ({ key: row.key, name: row.name, fen: Number(row.cell('operatingIncomeFen') ?? 0), growthPpm: row.cell('operatingGrowthPpm') as number | null }))}
          onPick={key => open({ row: key, column: 'operatingIncomeFen' })}
        />
        {facts.thresholdNote && <p className="vl-quiet">{facts.thresholdNote}</p>}
        {view.notes.map(note => (
          <p key={note} className="vl-quiet">
            {note}
          </p>
        ))}
      </div>
      <ExplainDrawer view={view} options={options} figure={figure} onClose={() => open({ row: undefined, column: undefined })} onFact={position => open({ fact: String(position) })} />
      <FactDrawer position={search.has('fact') ? Number(search.get('fact')) : null} onClose={() => open({ fact: undefined })} />
    </>
  )
}

function figuresOf(row: StatisticsRow) {
  return {
    growthPpm: row.cell('operatingGrowthPpm') as number | null,
    state: String(row.cell('state') ?? ''),
    openVillages: Number(row.cell('openVillages') ?? 0),
    pendingVillages: Number(row.cell('pendingVillages') ?? 0),
  }
}
