import { Segmented, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Empty, Later, Page, ProblemNote, useWhen, useWhere } from '../../../frame'
import { booksAtOnce, useWaiting } from './useWaiting'
import { waitingKinds, type WaitingKind } from './waiting'
import { WaitingCard } from './WaitingCard'
import './approvals.css'

/** Everything that waits for this person's yes or no, made for a thumb. */
export default function ApprovalsPage() {
  const { t } = useTranslation('approvals')
  const { owners, name } = useWhere()
  const { isHistoric } = useWhen()
  const [search, setSearch] = useSearchParams()
  const isHereOnly = search.has('here') || owners.length > booksAtOnce
  const { waiting, isPending, error, retry } = useWaiting(isHereOnly)
  const kind = waitingKinds.find(one => one === search.get('kind'))
  const shown = kind ? waiting.filter(one => one.kind === kind) : waiting
  const set = (word: string, value: string | undefined) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before)
        if (value === undefined) after.delete(word)
        else after.set(word, value)
        return after
      },
      { replace: true },
    )
  const count = (one: WaitingKind) => waiting.filter(item => item.kind === one).length
  if (isHistoric)
    return (
      <Page title={t('approvals')}>
        <Empty text={t('not-in-the-past')} />
      </Page>
    )
  return (
    <Page
      title={t('approvals')}
      subject={t('approvals-what')}
      actions={owners.length <= booksAtOnce && <Segmented<'all' | 'here'> aria-label={t('whose')} value={isHereOnly ? 'here' : 'all'} onChange={value => set('here', value === 'here' ? '1' : undefined)} options={[{ value: 'all', label: t('whose.all') }, { value: 'here', label: name || t('whose.here') }]} />}
    >
      <div className="vl-shelves">
        <Segmented<WaitingKind | 'all'>
          aria-label={t('kind')}
          value={kind ?? 'all'}
          onChange={value => set('kind', value === 'all' ? undefined : value)}
          options={[{ value: 'all' as const, label: `${t('kind.all')} ${waiting.length || ''}` }, ...waitingKinds.filter(one => count(one) > 0 || one === kind).map(value => ({ value, label: `${t(`kind.${value}`)} ${count(value)}` }))]}
        />
      </div>
      {error ? (
        <ProblemNote problem={error} onRetry={retry} />
      ) : shown.length > 0 ? (
        <ul className="vl-waiting">
          {shown.map(one => (
            <WaitingCard key={`${one.kind} ${one.id}`} waiting={one} />
          ))}
        </ul>
      ) : isPending ? (
        <Later>
          <Skeleton active />
        </Later>
      ) : (
        <Empty text={t('nothing-waits')} />
      )}
      {isPending && shown.length > 0 && <p className="vl-quiet">{t('still-looking')}</p>}
    </Page>
  )
}
