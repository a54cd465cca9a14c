import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import chinese from 'virtual:texts/zh'

export type Language = 'zh' | 'en'

/** Chinese comes with the page; English is fetched when somebody switches to it. */
export async function startTexts(language: Language) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: chinese },
    defaultNS: 'frame',
    // React escapes by itself.
    interpolation: { escapeValue: false },
    keySeparator: false,
    returnNull: false,
  })
  await speak(language)
}

export async function speak(language: Language) {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'frame')) {
    const english = (await import('virtual:texts/en')).default
    for (const [namespace, texts] of Object.entries(english)) i18next.addResourceBundle('en', namespace, texts)
  }
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  await i18next.changeLanguage(language)
}
