import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayRequest, useSession, useWaitingCounts } from '../api'
import { useAddress } from './address'
import { waitingLines } from './waitingLines'
import { monthText } from './when'
import { useWhere } from './where'

const shownAtFirst = 12

/** What waits for this person, over all books, each line leading to where it is done. */
export function WaitingList() {
  const { t, i18n } = useTranslation('frame')
  const session = useSession()
  const { owners } = useWhere()
  const addressOf = useAddress()
  const { data } = useWaitingCounts()
  const [isWhole, setWhole] = useState(false)
  if (!data) return null
  const lines = waitingLines(data, owners, mayRequest(session, 'close-month'))
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst)
  return (
    <section className="vl-waiting-list" aria-labelledby="waiting-for-me">
      <h2 id="waiting-for-me">{t('waiting')}</h2>
      {lines.length === 0 ? (
        <p className="vl-quiet">{t('waiting-nothing')}</p>
      ) : (
        <ul>
          {shown.map(line => (
            <li key={`${line.kind} ${line.owner} ${line.month}`}>
              <Link to={addressOf(line.path, { owner: line.owner, ...(line.month ? { month: line.month } : {}) })}>
                <strong>{t(`waiting.${line.kind}`, { count: line.count })}</strong>
                <span>{line.name}</span>
                {line.month && <span className="vl-quiet">{monthText(line.month, i18n.language)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown.length && (
        <button type="button" className="vl-link-button" onClick={() => setWhole(true)}>
          {t('waiting-all', { count: lines.length })}
        </button>
      )}
    </section>
  )
}
