import { useTranslation } from 'react-i18next'
import { yuan } from '../../money'
import { classes, type StatisticsRow } from './statistics'

/** Of which classes the income is made, as parts of one bar; its words say the same. */
export function Composition({ row }: { row: StatisticsRow }) {
  const { t } = useTranslation('township')
  const parts = classes.map(name => ({ name, fen: Number(row.cell(name) ?? 0) })).filter(part => part.fen > 0)
  const label = parts.map(part => `${t(`class.${part.name}`)} ${yuan(part.fen)}`).join(t('comma'))
  return parts.length === 0 ? null : (
    <span className="vl-composition" role="img" aria-label={label} title={label}>
      {parts.map(part => (
        // A width is a proportion of pixels, not an amount.
        <span key={part.name} data-class={part.name} style={{ flexGrow: part.fen }} />
      ))}
    </span>
  )
}

export function CompositionLegend() {
  const { t } = useTranslation('township')
  return (
    <span className="vl-composition-legend">
      {classes.map(name => (
        <span key={name}>
          <i data-class={name} aria-hidden="true" />
          {t(`class.${name}`)}
        </span>
      ))}
    </span>
  )
}
