import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { parseYuan } from '../../../money'
import { focusCell } from './cells'
import { balancing, type Action, type Line, type Side } from './grid'

interface Props {
  line: Line
  row: number
  side: Side
  isInvalid: boolean
  dispatch: (action: Action) => void
  /** The lines as they stand when a key is pressed. */
  lines: () => Line[]
}

/** An amount: `=` balances the voucher, the space bar takes it to the other side. */
export function AmountCell({ line, row, side, isInvalid, dispatch, lines }: Props) {
  const { t } = useTranslation('entry')
  const text = line[side]
  const fen = parseYuan(text)
  const other: Side = side === 'debit' ? 'credit' : 'debit'
  return (
    <input
      className="vl-amount"
      inputMode="decimal"
      autoComplete="off"
      aria-label={t(`cell.${side}`, { number: row + 1 })}
      aria-invalid={isInvalid || (text.trim() !== '' && fen === undefined) || undefined}
      data-row={row}
      data-field={side}
      placeholder={t(`column.${side}`)}
      data-red={(fen !== undefined && fen < 0) || undefined}
      value={text}
      onChange={event => dispatch({ kind: 'set', row, field: side, text: event.target.value })}
      onFocus={event => event.target.select()}
      onBlur={() => text !== '' && dispatch({ kind: 'tidy', row, side })}
      onKeyDown={event => {
        const grid = event.currentTarget.closest('table')
        if (event.key === '=' || event.key === '＝') {
          event.preventDefault()
          const filled = balancing(lines(), row, side)
          flushSync(() => dispatch({ kind: 'balance', row, side }))
          if (filled) focusCell(grid, row, filled.side)
        } else if (event.key === ' ') {
          event.preventDefault()
          flushSync(() => dispatch({ kind: 'switch', row }))
          focusCell(grid, row, other)
        }
      }}
    />
  )
}
