import { useEffect, useState } from 'react'
import { PublicVillagePage } from './PublicVillagePage'
import { PublicVillages } from './PublicVillages'
import { firstLanguage, keepLanguage, loadTexts, t, type Language } from './words'

/** The pages for everybody: the list of villages, and what one of them makes public. */
export function PublicPages() {
  const [language, setLanguage] = useState<Language | null>(null)
  const speak = async (next: Language) => {
    await loadTexts(next)
    setLanguage(next)
  }
  useEffect(() => void speak(firstLanguage()), [])
  if (!language) return null
  const code = /^\/(?:p|public)\/([^/]+)\/?$/.exec(location.pathname)?.[1]
  return (
    <div className="pub">
      <header className="pub-top">
        <a href="/p">{t('name')}</a>
        <button
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => {
            const next = language === 'zh' ? 'en' : 'zh'
            keepLanguage(next)
            void speak(next)
          }}
        >
          {t('other-language')}
        </button>
      </header>
      <main>{code ? <PublicVillagePage code={decodeURIComponent(code)} language={language} /> : <PublicVillages language={language} />}</main>
      <footer className="pub-foot">{t('foot')}</footer>
    </div>
  )
}
