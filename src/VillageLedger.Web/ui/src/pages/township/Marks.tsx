import { useTranslation } from 'react-i18next'
import { shortRate } from '../../charts'
import type { Mark } from './marks'

export function useMarkText() {
  const { t } = useTranslation('township')
  return (mark: Mark) => t(`mark.${mark.kind}`, { value: mark.kind === 'falling' ? shortRate(Math.abs(Number(mark.value)), 1) : (mark.value ?? '') })
}

/** Why a village needs a question, as words; the gravest are filled. */
export function Marks({ marks }: { marks: Mark[] }) {
  const textOf = useMarkText()
  return (
    <span className="vl-reasons">
      {marks.map(mark => (
        <span key={mark.kind} className="vl-reason" data-kind={mark.kind}>
          {textOf(mark)}
        </span>
      ))}
    </span>
  )
}
