import { useTranslation } from 'react-i18next'
import { mayRequest, useSession, type Cell } from '../../api'
import { Empty, useWhen } from '../../frame'
import { RequestButton } from '../../requests'
import { cellOf, ReportTable } from '../../tables'
import { Act } from './acts'
import { tableOf } from './made'
import { SectionHead } from './Section'
import type { Venture } from './venture'

const events = ['contribute-cash', 'contribute-land', 'construct', 'place', 'depreciate']

/** What contributions, building and depreciation enter in all books: prepared by one person, confirmed by another. */
export function JointEntries({ venture }: { venture: Venture }) {
  const { t } = useTranslation('ventures')
  const session = useSession()
  const { isHistoric } = useWhen()
  const given = { venture: venture.venture }
  const entries = venture.entries.toReversed()
  const view = tableOf(
    t('joint-entries'),
    [
      { name: 'entry', heading: t('joint-entries'), isKey: true, isShown: false },
      { name: 'event', heading: t('joint-event'), kind: 'word' },
      { name: 'date', heading: t('voucher-date') },
      { name: 'total', heading: t('amount'), kind: 'fen' },
      { name: 'stage', heading: t('stage'), kind: 'word' },
      { name: 'preparedBy', heading: t('prepared-by') },
      { name: 'by', heading: t('confirmed-by') },
    ],
    entries.map((one): Cell[] => [one.entry, one.event, one.date, one.totalFen, one.stage, one.preparedBy, one.by ?? null]),
    null,
    { event: Object.fromEntries(events.map(event => [event, t(`requests:event.${event}`)])), stage: Object.fromEntries(['prepared', 'confirmed', 'reversed'].map(stage => [stage, t(`stage.${stage}`)])) },
  )
  const isMine = (by: unknown) => String(by).toLowerCase() === session.user.toLowerCase()
  return (
    <section className="vl-section" aria-label={t('joint-entries')}>
      <SectionHead title={t('joint-entries')}>
        <RequestButton request="prepare-joint-entry" given={given} size="small" />
      </SectionHead>
      {entries.length === 0 ? (
        <Empty text={t('joint-entries-empty')} />
      ) : (
        <ReportTable
          view={view}
          rowActions={
            isHistoric
              ? undefined
              : row => {
                  const cell = (name: string) => cellOf(view.columns, row, name)
                  return (
                    <>
                      {cell('stage') === 'prepared' && !isMine(cell('preparedBy')) && mayRequest(session, 'confirm-joint-entry') && (
                        <Act request="confirm-joint-entry" fields={{ entry: row.key }} label={t('confirm')} done={t('joint-entry-confirmed')} />
                      )}
                      {cell('stage') !== 'reversed' && <RequestButton request="reverse-joint-entry" given={{ entry: row.key }} size="small" />}
                    </>
                  )
                }
          }
        />
      )}
    </section>
  )
}
