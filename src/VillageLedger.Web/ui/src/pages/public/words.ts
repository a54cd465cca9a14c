import chinese from 'virtual:texts/zh/public'
import { currentPreferences, prefer } from '../../preferences'

export type Language = 'zh' | 'en'

let texts: Record<string, string> = chinese

/** The language of before, or of `?lang=en` in the address; English is fetched when it is asked for. */
export async function loadTexts(language: Language): Promise<void> {
  texts = language === 'zh' ? chinese : (await import('virtual:texts/en/public')).default
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  return asked === 'en' || asked === 'zh' ? asked : currentPreferences().language
}

export function keepLanguage(language: Language) {
  prefer({ language })
}

export function t(key: string, values: Record<string, string | number> = {}): string {
  return (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** 2025-06 → 2025年6月; 2025-2 as a quarter → 2025年第2季度. */
export function periodName(kind: 'month' | 'quarter', value: string): string {
  const [year, number] = value.split('-').map(Number)
  return t(kind, { year: year!, number: number!, month: value })
}
