import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owner } from '../api'
import { useIsPhone } from '../media'
import { useWhere } from './where'

interface Choice {
  value: string
  label: string
  /** What is typed to find it: name, pinyin initials, code, and the place around it. */
  words: string
  /** What stands beside the name in the list. */
  around: string
}

/** Village, company or venture, or a whole place; found by name, pinyin initials or code. */
export function WherePicker() {
  const { t } = useTranslation('frame')
  const { owner, place, owners, setOwner, setPlace } = useWhere()
  const isPhone = useIsPhone()
  const choices = useMemo(() => choicesOf(owners, name => t('whole-place', { name })), [owners, t])
  return (
    <Select
      className="vl-where-select"
      aria-label={t('where')}
      placeholder={t('where-none')}
      value={place ? `place:${place}` : owner}
      options={choices}
      variant="filled"
      popupMatchSelectWidth={320}
      showSearch={{ filterOption: (typed, choice) => isFound(typed, choice as unknown as Choice) }}
      labelRender={({ value, label }) => {
        const one = choices.find(choice => choice.value === value)
        return one?.around && !isPhone ? (
          <>
            <span className="vl-quiet">{one.around} › </span>
            {label}
          </>
        ) : (
          label
        )
      }}
      notFoundContent={t('where-not-found')}
      optionRender={({ data }) => (
        <span className="vl-where-choice">
          <span>{data.label}</span>
          <small>{data.around}</small>
        </span>
      )}
      onChange={(value: string) => (value.startsWith('place:') ? setPlace(value.slice('place:'.length)) : setOwner(value))}
    />
  )
}

export function isFound(typed: string, choice: Pick<Choice, 'words'>): boolean {
  return typed.toLowerCase().split(/\s+/).every(word => choice.words.includes(word))
}

export function choicesOf(owners: Owner[], wholeName: (name: string) => string): Choice[] {
  const places = new Map<string, { name: string; around: string; count: number }>()
  const count = (code: string | undefined, name: string | undefined, around: string) => {
    if (!code) return
    const one = places.get(code) ?? { name: name ?? code, around, count: 0 }
    one.count++
    places.set(code, one)
  }
  const choices = owners.map(one => {
    count(one.county, one.countyName, '')
    count(one.township, one.townshipName, one.countyName ?? '')
    const around = [one.countyName, one.townshipName].filter(Boolean).join(' › ')
    return { value: one.owner, label: one.name, around, words: `${one.name} ${one.initials} ${one.owner} ${around}`.toLowerCase() }
  })
  const whole = [...places]
    .filter(([, { count: inside }]) => inside > 1)
    .sort(([a], [b]) => a.length - b.length || a.localeCompare(b))
    .map(([code, { name, around }]) => ({ value: `place:${code}`, label: wholeName(name), around, words: `${name} ${code} ${around}`.toLowerCase() }))
  return [...whole, ...choices]
}
