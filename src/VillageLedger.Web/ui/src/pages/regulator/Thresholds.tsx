import { useTranslation } from 'react-i18next'
import { maySee, useReport, useSession } from '../../api'
import { Empty, ProblemNote, useWhen } from '../../frame'
import { ReportTable } from '../../tables'
import { usePlace } from '../township/place'

/** Thresholds are not the program's rules but decisions of a place: they are said by a document, from a year on. */
export function Thresholds() {
  const { t } = useTranslation('regulator')
  const session = useSession()
  const { at } = useWhen()
  const { place, villages } = usePlace()
  const of = place ?? villages[0]?.county
  const options = { place: of, ...(at === undefined ? {} : { at }) }
  const isSeen = maySee(session, 'thresholds') && !!of
  const thresholds = useReport('thresholds', options, { enabled: isSeen })
  if (!isSeen) return null
  return (
    <section aria-labelledby="thresholds">
      <h2 id="thresholds">{t('thresholds')}</h2>
      <ProblemNote problem={thresholds.error} onRetry={() => void thresholds.refetch()} />
      {thresholds.data && <ReportTable view={thresholds.data} options={options} isStale={thresholds.isPlaceholderData} empty={<Empty text={t('no-thresholds')} />} />}
    </section>
  )
}
