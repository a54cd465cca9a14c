import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StoredFact } from '../../api'
import { momentText, useAddress } from '../../frame'

/** A record as it is stored: where it stands, when it was recorded, and what it holds. */
export function FactView({ fact }: { fact: StoredFact }) {
  const { t } = useTranslation('regulator')
  const addressOf = useAddress()
  return (
    <article aria-label={t('fact', { position: fact.position })}>
      <dl className="vl-fact-head">
        <dt>{t('fact-recorded')}</dt>
        <dd>
          {momentText(fact.recordedAt)} <span className="vl-quiet">{fact.recordedAt}</span>
        </dd>
        <dt>{t('fact-type')}</dt>
        <dd>{fact.type}</dd>
        <dt>{t('fact-stream')}</dt>
        <dd>
          {fact.stream} · {fact.version}
        </dd>
      </dl>
      <p>
        <Link to={addressOf('/', { at: fact.position })}>{t('books-then')}</Link>
      </p>
      <h2>{t('fact-data')}</h2>
      <pre className="vl-fact" tabIndex={0}>
        {JSON.stringify(fact.data, null, 2)}
      </pre>
      <h2>{t('fact-headers')}</h2>
      <pre className="vl-fact" tabIndex={0}>
        {JSON.stringify(fact.headers, null, 2)}
      </pre>
    </article>
  )
}
