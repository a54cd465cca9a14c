import { useTranslation } from 'react-i18next'
import type { Cell } from '../../api'
import { ReportTable } from '../../tables'
import type { DividendStep } from './dividend'
import { tableOf } from './made'

/** The steps of a plan in the law's order, each with what it stands on. */
export function Plan({ steps }: { steps: DividendStep[] }) {
  const { t } = useTranslation('ventures')
  const view = tableOf(
    t('plan'),
    [
      { name: 'kind', heading: t('step-kind'), kind: 'word', isKey: true },
      { name: 'base', heading: t('taken-of'), kind: 'fen' },
      { name: 'rate', heading: t('rate'), kind: 'ppm' },
      { name: 'amount', heading: t('amount'), kind: 'fen' },
      { name: 'source', heading: t('law') },
      { name: 'added', heading: t('added-by-law'), kind: 'flag' },
    ],
    steps.map((step): Cell[] => [step.kind, step.baseFen, step.ratePpm ?? null, step.amountFen, `${step.statute} ${step.article}`, step.added === true]),
    null,
    { kind: Object.fromEntries(steps.map(step => [step.kind, t(`step-kind.${step.kind}`)])) },
  )
  return <ReportTable view={view} />
}
