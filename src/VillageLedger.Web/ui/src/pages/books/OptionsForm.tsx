import { Checkbox, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Query, ReportDefinition, ReportOption } from '../../api'
import { parseYuan, plainYuan } from '../../money'
import { AccountField, PartyField } from './AccountField'
import { isOfFrame } from './options'

interface Props {
  definition: ReportDefinition
  options: Query
  onChange: (name: string, value: string | undefined) => void
}

/** What a report can be asked for beside place and time; every choice counts at once and stands in the address. */
export function OptionsForm({ definition, options, onChange }: Props) {
  const { t } = useTranslation('books')
  // Another version of the row map is for whoever follows a link to it.
  const asked = definition.options.filter(option => !isOfFrame(option.name) && (option.name !== 'rules' || options['rules']))
  if (asked.length === 0 && !definition.canRestate) return null
  return (
    <form className="vl-options" aria-label={t('options')} onSubmit={event => event.preventDefault()}>
      {asked.map(option => (
        <OptionField key={option.name} option={option} value={options[option.name]} onChange={value => onChange(option.name, value)} />
      ))}
      {definition.canRestate && (
        <Checkbox checked={options['restated'] === true} onChange={event => onChange('restated', event.target.checked ? 'true' : undefined)}>
          {t('restated')}
        </Checkbox>
      )}
    </form>
  )
}

function OptionField({ option, value, onChange }: { option: ReportOption; value: Query[string]; onChange: (value: string | undefined) => void }) {
  const { t, i18n } = useTranslation('books')
  const ownName = `option.${option.name}`
  const label = i18n.exists(`books:${ownName}`) ? t(ownName) : option.title
  const text = value === undefined || value === null || value === false ? undefined : String(value)
  if (option.kind === 'flag')
    return (
      <Checkbox checked={text === 'true'} onChange={event => onChange(event.target.checked ? 'true' : undefined)}>
        {label}
      </Checkbox>
    )
  return (
    <label className="vl-option">
      <span title={option.title}>{label}</span>
      {option.values ? (
        <Select
          className="vl-option-choice"
          aria-label={label}
          allowClear={!option.required}
          placeholder={t('option-usual')}
          value={text}
          options={option.values.map(word => ({ value: word, label: i18n.exists(`books:value.${word}`) ? t(`value.${word}`) : word }))}
          onChange={(next: string | undefined) => onChange(next)}
        />
      ) : option.name === 'account' ? (
        <AccountField label={label} value={text} onChange={onChange} isNeeded={option.required} />
      ) : option.name === 'party' ? (
        <PartyField label={label} value={text} onChange={onChange} isNeeded={option.required} />
      ) : (
        <TypedField label={label} value={text} isMoney={option.name.endsWith('-fen')} onChange={onChange} />
      )}
    </label>
  )
}

/** Counts when it is left or Enter is pressed. */
function TypedField({ label, value, isMoney, onChange }: { label: string; value?: string; isMoney: boolean; onChange: (value: string | undefined) => void }) {
  const shown = value && isMoney ? plainYuan(Number(value)) : (value ?? '')
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const fen = isMoney && typed.trim() ? parseYuan(typed) : undefined
  const isWrong = isMoney && typed.trim() !== '' && fen === undefined
  const done = () => {
    if (isWrong || typed === shown) return
    onChange(typed.trim() === '' ? undefined : isMoney ? String(fen) : typed.trim())
  }
  return <Input className="vl-option-text" aria-label={label} status={isWrong ? 'error' : undefined} value={typed} allowClear onChange={event => setTyped(event.target.value)} onBlur={done} onPressEnter={done} />
}
