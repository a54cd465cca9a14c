import { useTranslation } from 'react-i18next'
import { ChoiceCell } from './ChoiceCell'
import type { Field, Line } from './grid'
import type { Sources } from './useSources'

interface Props {
  line: Line
  row: number
  requires: string[]
  sources: Sources
  isWrong: (field: Field) => boolean
  set: (field: Field, text: string) => void
}

const kinds = ['cash', 'transfer', 'cheque', 'draft', 'other']

/** What the account asks for, or what stands there already: party, project, contract, quantity, how money was moved. */
export function Extras({ line, row, requires, sources, isWrong, set }: Props) {
  const { t } = useTranslation('entry')
  const isShown = (field: Field, what: string = field) => line.isWide || requires.includes(what) || line[field] !== ''
  const labelOf = (field: Field) => t('cell.of', { number: row + 1, field: t(`field.${field}`) })
  const plain = (field: Field, size = 10) => (
    <label key={field}>
      <span>{t(`field.${field}`)}</span>
      <input
        aria-label={labelOf(field)}
        aria-invalid={isWrong(field) || undefined}
        data-row={row}
        data-field={field}
        autoComplete="off"
        size={size}
        value={line[field]}
        onChange={event => set(field, event.target.value)}
      />
    </label>
  )
  const holder = (field: Field) => (
    <label key={field}>
      <span>{t(`field.${field}`)}</span>
      <ChoiceCell offer={sources.partyOffer} value={line[field]} label={labelOf(field)} row={row} field={field} isInvalid={isWrong(field)} onCommit={text => set(field, text)} />
    </label>
  )
  const fields = [
    isShown('party') && holder('party'),
    isShown('project') && plain('project'),
    isShown('contract') && plain('contract'),
    isShown('quantity') && plain('quantity', 7),
    isShown('unit', 'quantity') && plain('unit', 4),
    isShown('settlement') && (
      <label key="settlement">
        <span>{t('field.settlement')}</span>
        <select aria-label={labelOf('settlement')} data-row={row} data-field="settlement" value={line.settlement} onChange={event => set('settlement', event.target.value)}>
          <option value="">{t('settlement.none')}</option>
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {t(`settlement.${kind}`)}
            </option>
          ))}
        </select>
      </label>
    ),
    (line.settlement !== '' || line.settlementNumber !== '') && plain('settlementNumber'),
    line.settlement !== '' && (line.isWide || line.settlementDate !== '') && plain('settlementDate'),
    line.settlement !== '' && (line.isWide || line.payee !== '') && holder('payee'),
  ].filter(Boolean)
  return fields.length > 0 ? <div className="vl-extras">{fields}</div> : null
}
