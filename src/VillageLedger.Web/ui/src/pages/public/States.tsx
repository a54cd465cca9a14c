import { useEffect, useState } from 'react'
import { t } from './words'

/** Shown only when waiting takes longer than a reader notices. */
export function Waiting() {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="pub-waiting" aria-busy="true">
      {isDue && (
        <>
          <span>{t('waiting')}</span>
          <i />
          <i />
          <i />
        </>
      )}
    </div>
  )
}

export function Failed({ detail, onAgain }: { detail: string; onAgain: () => void }) {
  return (
    <div className="pub-failed" role="alert">
      <p>{detail || t('failed')}</p>
      <button type="button" onClick={onAgain}>
        {t('again')}
      </button>
    </div>
  )
}
