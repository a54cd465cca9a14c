import { Segmented, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useReport, useSession, type Session } from '../../api'
import { Empty, Later, Page, periodText, ProblemNote, useWhen, useWhere } from '../../frame'
import { Compared } from './Compared'
import { placeOf, usePlace } from './place'
import { placeOfScope, scopes, type Scope } from './statistics'
import './township.css'

const ranks = ['operating-income', 'total-income', 'average-operating-income', 'operating-growth', 'total-growth'] as const

/** Villages side by side: which earns what, which grew, and which needs a question. */
export default function TownshipPage() {
  const { t, i18n } = useTranslation('township')
  const when = useWhen()
  const [search, setSearch] = useSearchParams()
  const by = scopes.find(one => one === search.get('by')) ?? 'village'
  const here = usePlace()
  const { owners } = useWhere()
  const place = placeOfScope(here.place, by)
  const { name: whole, villages } = place === here.place ? here : placeOf({ owners, place, current: undefined })
  const name = seesWhole(useSession(), place) ? whole : t('seen-part', { place: whole })
  const rank = ranks.find(one => one === search.get('rank')) ?? 'operating-income'
  const options = { place, by, rank, ...when.options }
  const statistics = useReport('village-statistics', options)
  const set = (word: string, value: string) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      after.set(word, value)
      for (const open of ['row', 'column']) after.delete(open)
      return after
    })

  return (
    <Page
      title={t('township')}
      subject={[name, periodText(when.period, i18n.language)].filter(Boolean).join(' · ')}
      actions={
        <>
          <Segmented<Scope> aria-label={t('by')} value={by} onChange={value => set('by', value)} options={scopes.map(value => ({ value, label: t(`by.${value}`) }))} />
          <Select className="vl-rank" aria-label={t('rank')} value={rank} onChange={value => set('rank', value)} options={ranks.map(value => ({ value, label: t(`rank.${value}`) }))} />
        </>
      }
    >
      {statistics.error ? (
        <ProblemNote problem={statistics.error} onRetry={() => void statistics.refetch()} />
      ) : !statistics.data ? (
        <Later>
          <Skeleton active paragraph={{ rows: 10 }} />
        </Later>
      ) : statistics.data.rows.length === 0 ? (
        <Empty text={t(emptyOf(by, villages.length))} />
      ) : (
        <Compared view={statistics.data} options={options} scope={by} placeName={name} villages={villages} isStale={statistics.isPlaceholderData} />
      )}
    </Page>
  )
}

/** Places are left out whose villages are not all seen: their sum would be another one's. */
function emptyOf(by: Scope, seen: number): string {
  if (by === 'group') return 'no-groups'
  return seen > 0 && by !== 'village' ? `not-whole.${by}` : 'no-villages'
}

/** Whether a total of the place is that of the whole place: a role is held there or above. */
function seesWhole(session: Session, place: string | undefined): boolean {
  return place === undefined || session.roles.some(({ role, at }) => role !== 'administrator' && place.startsWith(at))
}
