import { useEffect, useState } from 'react'
import { Failed, Waiting } from './States'
import { useRead, type PublicVillage } from './read'
import { t, type Language } from './words'

/** Villages with a closed month, found by name, pinyin initials or code. */
export function PublicVillages({ language }: { language: Language }) {
  const [typed, setTyped] = useState('')
  const read = useRead<PublicVillage[]>('villages', language)
  useEffect(() => void (document.title = t('villages-title')), [language])
  const words = typed.trim().toLowerCase()
  const found = read.state === 'read' ? read.value.filter(one => `${one.name} ${one.initials} ${one.village} ${one.townshipName ?? ''}`.toLowerCase().includes(words)) : []
  return (
    <>
      <h1>{t('villages-title')}</h1>
      <p>{t('villages-what')}</p>
      {read.state === 'waiting' && <Waiting />}
      {read.state === 'failed' && <Failed detail={read.detail} onAgain={read.again} />}
      {read.state === 'read' && (
        <>
          <label className="pub-search">
            {t('search')}
            <input type="search" value={typed} onChange={event => setTyped(event.target.value)} />
          </label>
          {found.length === 0 && <p className="pub-empty">{t(read.value.length === 0 ? 'no-villages' : 'not-found')}</p>}
          <ul className="pub-villages">
            {found.map(one => (
              <li key={one.village}>
                <a href={`/p/${one.village}`}>
                  <strong>{one.name}</strong>
                  <span>{[one.countyName, one.townshipName].filter(Boolean).join(' › ')}</span>
                  <span>{t('closed-through', { month: one.closedThrough })}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
