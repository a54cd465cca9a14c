import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextDay, parseDate } from './dates'
import type { Action, Draft } from './grid'
import type { Fault } from './request'

interface Props {
  draft: Draft
  number?: number | null
  faults: Fault[]
  dispatch: (action: Action) => void
  /** Where Enter goes from the last field. */
  onLast: () => void
}

const types = ['记', '收', '付', '转']

/** Above the lines as on the paper form: 凭证字号, date, number of originals. */
export function PaperHead({ draft, number, faults, dispatch, onLast }: Props) {
  const { t } = useTranslation('entry')
  const isWrong = (field: string) => faults.some(fault => fault.field === field) || undefined
  return (
    <div className="vl-paper-head">
      <label>
        <select aria-label={t('type')} value={draft.type} onChange={event => dispatch({ kind: 'head', change: { type: event.target.value } })}>
          {[...new Set([...types, draft.type])].map(type => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </select>
        <span>{number ? t('number', { number }) : t('number-later')}</span>
      </label>
      <label className="vl-paper-date">
        <span>{t('date')}</span>
        <DateField value={draft.date} isInvalid={isWrong('date')} onChange={date => dispatch({ kind: 'head', change: { date } })} />
      </label>
      <label>
        <span>{t('attachment-count')}</span>
        <input
          aria-label={t('attachment-count-label')}
          aria-invalid={isWrong('count')}
          inputMode="numeric"
          size={4}
          placeholder={String(draft.attachments.length)}
          value={draft.attachmentCount}
          onChange={event => dispatch({ kind: 'head', change: { attachmentCount: event.target.value.trim() } })}
          onFocus={event => event.target.select()}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.ctrlKey) return
            event.preventDefault()
            onLast()
          }}
        />
        <span>{t('sheets')}</span>
      </label>
    </div>
  )
}

/** A day typed as accountants type it: 30, 0630 or 2025-06-30; up and down change it. */
export function DateField({ value, isInvalid, label, onChange }: { value: string; isInvalid?: boolean; label?: string; onChange: (date: string) => void }) {
  const { t } = useTranslation('entry')
  const [typed, setTyped] = useState<string | null>(null)
  const settle = () => {
    if (typed !== null) onChange(parseDate(typed, value) ?? typed)
    setTyped(null)
  }
  return (
    <input
      aria-label={label ?? t('date')}
      aria-invalid={isInvalid}
      className="vl-date"
      inputMode="numeric"
      autoComplete="off"
      size={11}
      title={t('date-what')}
      value={typed ?? value}
      onChange={event => {
        // A whole date counts at once, so that Ctrl+S from here saves it.
        if (/^\d{4}-\d{2}-\d{2}$/.test(event.target.value)) {
          setTyped(null)
          onChange(event.target.value)
        } else setTyped(event.target.value)
      }}
      onFocus={event => event.target.select()}
      onBlur={settle}
      onKeyDown={event => {
        const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        const from = parseDate(typed ?? value, value)
        if (by && from) {
          event.preventDefault()
          setTyped(null)
          onChange(nextDay(from, by))
        } else if (event.key === 'Enter' && !event.ctrlKey) {
          event.preventDefault()
          settle()
          const fields = [...(event.currentTarget.closest('.vl-entry-paper')?.querySelectorAll<HTMLInputElement>('input:not(:disabled)') ?? [])]
          fields[fields.indexOf(event.currentTarget) + 1]?.focus()
        } else if (event.ctrlKey) settle()
      }}
    />
  )
}
