import { useEffect, useMemo, useState } from 'react'
import type { ReportView } from '../../api/reports'
import { yuan } from '../../money'
import { periodsOf, sectionsOf, summaryOf, type PublicPeriod } from './disclosure'
import { PublicSection } from './PublicSection'
import { useRead, type PublicVillage } from './read'
import { Failed, Waiting } from './States'
import { periodName, t, type Language } from './words'

/** What a village makes public of a month or a quarter, for whoever lives there. */
export function PublicVillagePage({ code, language }: { code: string; language: Language }) {
  const villages = useRead<PublicVillage[]>('villages', language)
  const village = villages.state === 'read' ? villages.value.find(one => one.village === code) : undefined
  const periods = useMemo(() => (village ? periodsOf(village.firstMonth, village.closedThrough) : { months: [], quarters: [] }), [village])
  const [asked, setAsked] = useState<PublicPeriod | null>(periodInAddress)
  const period: PublicPeriod | null = asked ?? (periods.months[0] ? { kind: 'month', value: periods.months[0] } : null)
  const read = useRead<ReportView>(period ? `villages/${encodeURIComponent(code)}/disclosure?${period.kind}=${period.value}` : null, language)
  const title = village ? t('title', { name: village.name }) : t('title-only')
  useEffect(() => void (document.title = period ? `${title} ${periodName(period.kind, period.value)}` : title), [title, period, language])

  const choose = (next: PublicPeriod) => {
    setAsked(next)
    history.replaceState(null, '', `?${next.kind}=${next.value}`)
  }
  if (villages.state === 'failed') return <Failed detail={villages.detail} onAgain={villages.again} />
  if (villages.state === 'waiting') return <Waiting />
  if (!village) return <p className="pub-empty">{t('village-not-public')}</p>
  return (
    <>
      <h1>{title}</h1>
      <p className="pub-place">{[village.countyName, village.townshipName, t('code', { code })].filter(Boolean).join(' · ')}</p>
      {period && <Periods period={period} periods={periods} onChoose={choose} />}
      {read.state === 'waiting' && <Waiting />}
      {read.state === 'failed' && <Failed detail={read.detail} onAgain={read.again} />}
      {read.state === 'read' && <Disclosed view={read.value} />}
      <aside className="pub-qr">
        <img src={`/api/public/villages/${encodeURIComponent(code)}/qr.svg`} width={148} height={148} alt={t('qr-alt', { name: village.name })} />
        <p>{t('qr-what')}</p>
      </aside>
    </>
  )
}

function Periods({ period, periods, onChoose }: { period: PublicPeriod; periods: ReturnType<typeof periodsOf>; onChoose: (period: PublicPeriod) => void }) {
  return (
    <div className="pub-periods">
      <label>
        {t('by-month')}
        <select value={period.kind === 'month' ? period.value : ''} onChange={event => event.target.value && onChoose({ kind: 'month', value: event.target.value })}>
          {period.kind !== 'month' && <option value="">{t('choose')}</option>}
          {periods.months.map(month => (
            <option key={month} value={month}>
              {periodName('month', month)}
            </option>
          ))}
        </select>
      </label>
      {periods.quarters.length > 0 && (
        <label>
          {t('by-quarter')}
          <select value={period.kind === 'quarter' ? period.value : ''} onChange={event => event.target.value && onChoose({ kind: 'quarter', value: event.target.value })}>
            {period.kind !== 'quarter' && <option value="">{t('choose')}</option>}
            {periods.quarters.map(quarter => (
              <option key={quarter} value={quarter}>
                {periodName('quarter', quarter)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={() => window.print()}>
        {t('print')}
      </button>
    </div>
  )
}

function Disclosed({ view }: { view: ReportView }) {
  const summary = summaryOf(view)
  const sections = sectionsOf(view)
  return (
    <>
      <dl className="pub-summary">
        {(['income', 'expense', 'surplus', 'money'] as const).map(name => {
          const fen = summary[name]
          return fen === null ? null : (
            <div key={name}>
              <dt>{t(`summary.${name}`)}</dt>
              <dd data-red={fen < 0 || undefined}>
                {yuan(fen)} <small>{t('yuan')}</small>
              </dd>
            </div>
          )
        })}
      </dl>
      {sections.length === 0 && <p className="pub-empty">{t('empty')}</p>}
      {sections.map(section => (
        <PublicSection key={section.name} section={section} />
      ))}
      {view.notes.map(note => (
        <p key={note} className="pub-note">
          {note}
        </p>
      ))}
    </>
  )
}

function periodInAddress(): PublicPeriod | null {
  const search = new URLSearchParams(location.search)
  const month = search.get('month')
  const quarter = search.get('quarter')
  if (month && /^\d{4}-\d\d$/.test(month)) return { kind: 'month', value: month }
  return quarter && /^\d{4}-[1-4]$/.test(quarter) ? { kind: 'quarter', value: quarter } : null
}
