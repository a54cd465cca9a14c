import { useTranslation } from 'react-i18next'
import { nameOf, type Cell } from '../../api'
import { Empty } from '../../frame'
import { ReportTable } from '../../tables'
import type { Company } from './company'
import { RequestButton } from '../../requests'
import { tableOf } from './made'
import { SectionHead } from './Section'

/** Works that villages or public bodies awarded to the company (承揽工程), and how much of them is settled. */
export function Works({ company, names }: { company: Company; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const view = tableOf(
    t('works-awarded'),
    [
      { name: 'contract', heading: t('contract'), isKey: true },
      { name: 'works', heading: t('works') },
      { name: 'awarder', heading: t('awarder') },
      { name: 'date', heading: t('date') },
      { name: 'procedure', heading: t('procedure'), kind: 'word' },
      { name: 'amount', heading: t('contract-sum'), kind: 'fen' },
      { name: 'settled', heading: t('settled'), kind: 'fen' },
      { name: 'settledOn', heading: t('settled-on') },
    ],
    company.works.map((one): Cell[] => [one.contract, one.works, nameOf(names, one.awarder), one.date, one.procedure, one.amountFen, one.settledFen, one.settledOn ?? null]),
    null,
    { procedure: { direct: t('procedure.direct'), tender: t('procedure.tender') } },
  )
  return (
    <section className="vl-section" aria-label={t('works-awarded')}>
      <SectionHead title={t('works-awarded')}>
        <RequestButton request="award-works" given={{ company: company.company }} size="small" />
        {company.works.length > 0 && <RequestButton request="record-works-progress" given={{ company: company.company }} size="small" />}
      </SectionHead>
      {company.works.length === 0 ? <Empty text={t('works-empty')} /> : <ReportTable view={view} />}
    </section>
  )
}
