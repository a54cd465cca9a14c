import { DeleteOutlined, EllipsisOutlined, PlusOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountCell } from './AmountCell'
import { ChoiceCell } from './ChoiceCell'
import { Extras } from './Extras'
import type { Action, Field, Line } from './grid'
import type { Sources } from './useSources'

interface Props {
  line: Line
  row: number
  sources: Sources
  faults: { field?: string; text: string }[]
  isReadOnly: boolean
  dispatch: (action: Action) => void
  lines: () => Line[]
}

/** One line of the voucher. Drawn again only when it changed itself. */
export const GridRow = memo(function GridRow({ line, row, sources, faults: found, isReadOnly, dispatch, lines }: Props) {
  const { t } = useTranslation('entry')
  const set = (field: Field, text: string) => dispatch({ kind: 'set', row, field, text })
  const account = sources.accounts.get(line.account)
  // Said at once: whoever typed it believes it to be chosen.
  const parent = account && !account.leaf ? t('fault.account-not-leaf', { number: row + 1, account: `${account.account} ${account.name}` }) : undefined
  const faults = parent && !found.some(fault => fault.text === parent) ? [...found, { field: 'account', text: parent }] : found
  const isWrong = (field: Field) => faults.some(fault => fault.field === field)
  const faultId = `fault-${line.key}`
  return (
    <>
      <tr aria-describedby={faults.length ? faultId : undefined} data-wrong={faults.length > 0 || undefined}>
        <th scope="row">{row + 1}</th>
        <td>
          <input
            aria-label={t('cell.summary', { number: row + 1 })}
            aria-invalid={isWrong('summary') || undefined}
            data-row={row}
            data-field="summary"
            placeholder={t('column.summary')}
            autoComplete="off"
            maxLength={200}
            value={line.summary}
            onChange={event => set('summary', event.target.value)}
          />
        </td>
        <td>
          <ChoiceCell
            offer={sources.accountOffer}
            value={line.account}
            label={t('cell.account', { number: row + 1 })}
            row={row}
            field="account"
            placeholder={t('column.account')}
            isInvalid={isWrong('account') || (line.account !== '' && sources.accounts.size > 0 && !account?.leaf)}
            onCommit={text => set('account', text)}
          />
          <Extras line={line} row={row} requires={account?.requires ?? none} sources={sources} isWrong={isWrong} set={set} />
        </td>
        {(['debit', 'credit'] as const).map(side => (
          <td key={side}>
            <AmountCell line={line} row={row} side={side} isInvalid={isWrong(side)} dispatch={dispatch} lines={lines} />
          </td>
        ))}
        <td className="vl-line-tools">
          {!isReadOnly && (
            <>
              <button type="button" tabIndex={-1} title={t('line.more-what')} aria-label={t('line.more', { number: row + 1 })} aria-pressed={line.isWide} onClick={() => dispatch({ kind: 'widen', row })}>
                <EllipsisOutlined />
              </button>
              <button type="button" tabIndex={-1} title={t('line.insert-what')} aria-label={t('line.insert', { number: row + 1 })} onClick={() => dispatch({ kind: 'insert', row })}>
                <PlusOutlined />
              </button>
              <button type="button" tabIndex={-1} title={t('line.delete-what')} aria-label={t('line.delete', { number: row + 1 })} onClick={() => dispatch({ kind: 'remove', row })}>
                <DeleteOutlined />
              </button>
            </>
          )}
        </td>
      </tr>
      {faults.length > 0 && (
        <tr className="vl-line-fault" id={faultId}>
          <td colSpan={6} role="alert">
            {faults.map(fault => (
              <div key={fault.text}>{fault.text}</div>
            ))}
          </td>
        </tr>
      )}
    </>
  )
})

const none: string[] = []
