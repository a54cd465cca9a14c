import { Button, Checkbox, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDifference, useNow, useReport, type Query } from '../../api'
import { Empty, Later, ProblemNote, recordText, useKnownAt } from '../../frame'
import { ReportTable } from '../../tables'
import { beside, changeOf, factsBetween, thenOf } from './compare'
import { useCells } from './links'
import { cell, hiddenOf, rowClassOf } from './looks'
import { MomentField } from './MomentField'

interface Props {
  name: string
  options: Query
  /** The other moment. */
  from: number | undefined
  at: number | undefined
  onFrom: (position: number) => void
  onFact: (position: number) => void
  onClose: () => void
}

/** The same report at two moments side by side, and what was recorded between them that changed it. */
export function Comparison({ name, options, from, at, onFrom, onFact, onClose }: Props) {
  const { t } = useTranslation('books')
  const { t: frame } = useTranslation('frame')
  const knownAt = useKnownAt()
  const now = useNow()
  const [onlyChanges, setOnlyChanges] = useState(true)
  const to = at ?? now.data?.position
  // Whichever is older stands left.
  const [early, late] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
  const isReady = early !== undefined && late !== undefined
  const earlier = useReport(name, { ...options, at: early }, { enabled: isReady })
  const later = useReport(name, { ...options, at: late }, { enabled: isReady })
  const both = useMemo(() => {
    if (!earlier.data || !later.data) return null
    return beside(earlier.data, later.data, { then: heading => t('heading-then', { heading }), now: heading => t('heading-now', { heading }), change: heading => t('heading-change', { heading }) }, onlyChanges, hiddenOf(name))
  }, [earlier.data, later.data, onlyChanges, t, name])
  const cells = useCells(both?.view)

  return (
    <>
      <div className="vl-compare">
        <span>{t('compare-with')}</span>
        <MomentField label={t('compare-with')} value={from} onChange={onFrom} />
        <span className="vl-quiet">{t('compare-to', { moment: knownAt })}</span>
        <Checkbox checked={onlyChanges} onChange={event => setOnlyChanges(event.target.checked)}>
          {t('only-changes')}
        </Checkbox>
        <Button onClick={onClose}>{t('compare-end')}</Button>
      </div>
      {isReady && earlier.data && later.data && <p className="vl-quiet">{t('compare-moments', { then: recordText(frame, earlier.data.asOf), now: recordText(frame, later.data.asOf) })}</p>}
      <ProblemNote problem={earlier.error ?? later.error} />
      {!isReady ? (
        <Empty text={t('compare-empty')} />
      ) : both === null ? (
        !earlier.error && !later.error && <Waiting />
      ) : both.changedRows === 0 && onlyChanges ? (
        <Empty text={t('compare-same')} />
      ) : (
        <ReportTable
          view={both.view}
          cells={cells}
          hidden={hiddenOf(name)}
          isStale={earlier.isPlaceholderData || later.isPlaceholderData}
          rowClass={row => rowClassOf(both.view.columns, row)}
          cellClass={(row, column) => {
            const change = cell(both.view.columns, row, changeOf(column.name.replace(/·.*$/, '')))
            return change && (column.name === thenOf(column.name.replace(/·.*$/, '')) || !column.name.includes('·')) ? 'vl-changed' : undefined
          }}
        />
      )}
      {isReady && both && both.changedRows > 0 && <Between name={name} options={options} from={early} to={late} onFact={onFact} />}
    </>
  )
}

function Between({ name, options, from, to, onFact }: { name: string; options: Query; from: number; to: number; onFact: (position: number) => void }) {
  const { t } = useTranslation('books')
  const diff = useDifference(name, options, from, to)
  const facts = useMemo(() => (diff.data ? factsBetween(diff.data) : undefined), [diff.data])
  const cells = useCells(facts)
  return (
    <section className="vl-between" aria-label={t('between')}>
      <h2>{t('between')}</h2>
      <ProblemNote problem={diff.error} onRetry={() => void diff.refetch()} />
      {facts ? (
        <ReportTable
          view={facts}
          cells={{
            ...cells,
            position: row => (
              <Button type="link" size="small" onClick={() => onFact(Number(cell(facts.columns, row, 'position')))}>
                {String(cell(facts.columns, row, 'position'))}
              </Button>
            ),
          }}
        />
      ) : (
        !diff.error && <Waiting />
      )}
    </section>
  )
}

function Waiting() {
  return (
    <Later>
      <Skeleton active paragraph={{ rows: 6 }} />
    </Later>
  )
}
