import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { isMarked, labelOf, meant, offered, type Choice } from './choices'

export interface Offer {
  choices: Choice[]
  byValue: Map<string, Choice>
  /** What is a whole code and yet no choice: an account with details. */
  parents?: ReadonlySet<string>
}

interface Props {
  offer: Offer
  value: string
  label: string
  row?: number
  field?: string
  isInvalid?: boolean
  isDisabled?: boolean
  placeholder?: string
  /** The value of the choice, or what was typed where it is none. */
  onCommit: (value: string) => void
}

/** A field that offers what fits while it is typed into: code, name or pinyin initials. Light enough to stand in a table a hundred times. */
export function ChoiceCell({ offer, value, label, row, field, isInvalid, isDisabled, placeholder, onCommit }: Props) {
  const { t } = useTranslation('entry')
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isAbove, setAbove] = useState(false)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLInputElement>(null)
  const listId = useId()
  const chosen = offer.byValue.get(value)
  const found = isOpen ? offered(offer.choices, typed ?? '') : []

  const open = (at: number) => {
    const place = box.current!.getBoundingClientRect()
    setAbove(place.bottom + 300 > window.innerHeight && place.top > 300)
    setActive(at)
    setOpen(true)
  }
  const commit = (next: string) => {
    setOpen(false)
    setTyped(null)
    if (next !== value) onCommit(next)
  }
  const leave = () => {
    if (typed !== null) commit(typed.trim() === '' ? '' : (meant(offer.choices, typed, offer.parents)?.value ?? typed.trim()))
    setOpen(false)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    // In the grid the arrows go to the line below, unless the list is open.
    const asksForList = event.key === 'F7' || (event.key === 'ArrowDown' && (event.altKey || row === undefined))
    if (asksForList && !isOpen) {
      event.preventDefault()
      open(0)
    } else if (isMove && isOpen && !event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      setActive(before => Math.min(Math.max(before + (event.key === 'ArrowDown' ? 1 : -1), 0), found.length - 1))
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setTyped(null)
      setOpen(false)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      // In a form Enter chooses first, and hands in only from a field that is settled.
      if (event.key === 'Enter' && (isOpen || typed !== null)) event.preventDefault()
      // At once, so that the fields which the account asks for stand there when the next one is looked for.
      flushSync(() => (isOpen && active >= 0 && found[active] ? commit(found[active].value) : leave()))
    }
  }

  return (
    <span className="vl-choice-cell">
      <input
        ref={box}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen && found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        aria-invalid={isInvalid || undefined}
        data-row={row}
        data-field={field}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        placeholder={placeholder}
        title={chosen ? labelOf(chosen) : undefined}
        value={typed ?? (chosen ? labelOf(chosen) : value)}
        onChange={event => {
          setTyped(event.target.value)
          open(isMarked(event.target.value, offer.parents) ? 0 : -1)
        }}
        onFocus={event => {
          event.target.select()
          if (value === '') open(-1)
        }}
        onClick={() => !isOpen && open(-1)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <ul className="vl-choices" id={listId} role="listbox" aria-label={label} data-above={isAbove || undefined}>
          {found.map((choice, i) => (
            <li
              key={choice.value}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === active}
              ref={i === active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              // The field keeps the focus: it is left only by going on.
              onMouseDown={event => {
                event.preventDefault()
                commit(choice.value)
              }}
            >
              <b>{choice.code}</b> {choice.name !== choice.code && choice.name}
            </li>
          ))}
          {found.length === 0 && <li className="vl-quiet">{offer.choices.length === 0 ? t('choices-none') : t('choices-not-found')}</li>}
        </ul>
      )}
    </span>
  )
}
