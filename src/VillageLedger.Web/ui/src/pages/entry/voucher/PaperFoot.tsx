import { useTranslation } from 'react-i18next'
import { useCalled } from '../../../api'

export interface Signatures {
  postedBy?: string
  reviewedBy?: string
  cashier?: string
  preparedBy?: string
}

/** Who signs, as at the foot of the paper form. */
export function PaperFoot({ postedBy, reviewedBy, cashier, preparedBy }: Signatures) {
  const { t } = useTranslation('entry')
  const called = useCalled()
  const signed: [string, string | undefined][] = [
    ['chief', undefined],
    ['poster', postedBy],
    ['reviewer', reviewedBy],
    ['cashier', cashier],
    ['preparer', preparedBy],
  ]
  return (
    <dl className="vl-paper-foot">
      {signed.map(([who, name]) => (
        <div key={who}>
          <dt>{t(`sign.${who}`)}</dt>
          <dd>{called(name)}</dd>
        </div>
      ))}
    </dl>
  )
}
