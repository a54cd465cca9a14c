import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What a request, its fields and their words are called. */
export function useRequestWords(request: string) {
  const { t, i18n } = useTranslation('requests')
  return useMemo(() => {
    const first = (...keys: string[]) => {
      const key = keys.find(one => i18n.exists(one, { ns: 'requests' }))
      return key ? t(key) : undefined
    }
    return {
      title: t(`title.${request}`),
      what: t(`what.${request}`),
      fieldName: (name: string) => first(`field.${request}.${name}`, `field.${name}`) ?? name,
      /** Undefined where nobody reads it. */
      knownField: (name: string) => first(`field.${request}.${name}`, `field.${name}`),
      wordName: (field: string, word: string) => first(`word.${field}.${word}`, `word.${word}`) ?? word,
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [request, t, i18n, i18n.language])
}
