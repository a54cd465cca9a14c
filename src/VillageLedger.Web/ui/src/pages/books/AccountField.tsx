import { Select } from 'antd'
import { useMemo } from 'react'
import { useAccounts, useParties } from '../../api'
import { useWhen, useWhere } from '../../frame'

interface Props {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  isNeeded?: boolean
}

/** An account of the book, by code, name or pinyin initials. */
export function AccountField(props: Props) {
  const { owner } = useWhere()
  const { month } = useWhen()
  const { data } = useAccounts(owner, month)
  const choices = useMemo(() => data?.map(one => ({ value: one.account, label: `${one.account} ${one.name}`, words: `${one.account} ${one.name} ${one.initials}`.toLowerCase() })) ?? [], [data])
  return <Choices {...props} choices={choices} />
}

/** Whom the book has to do with. */
export function PartyField(props: Props) {
  const { owner } = useWhere()
  const { data } = useParties(owner)
  const choices = useMemo(() => data?.map(one => ({ value: one.party, label: one.name || one.party, words: `${one.party} ${one.name} ${one.initials}`.toLowerCase() })) ?? [], [data])
  return <Choices {...props} choices={choices} />
}

function Choices({ label, value, onChange, isNeeded, choices }: Props & { choices: { value: string; label: string; words: string }[] }) {
  return (
    <Select
      className="vl-option-choice"
      aria-label={label}
      placeholder={label}
      value={value}
      options={choices}
      allowClear={!isNeeded}
      popupMatchSelectWidth={320}
      showSearch={{ filterOption: (typed, choice) => String((choice as { words?: string } | undefined)?.words ?? '').includes(typed.toLowerCase()) }}
      onChange={(next: string | undefined) => onChange(next)}
    />
  )
}
