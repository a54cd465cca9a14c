import { useTranslation } from 'react-i18next'
import { nameOf, type Cell } from '../../api'
import { Empty } from '../../frame'
import { cellOf, ReportTable } from '../../tables'
import { RequestButton } from '../../requests'
import { tableOf, totalOf } from './made'
import { SectionHead } from './Section'
import type { Venture } from './venture'

/** Contracts for the building with their cost and progress, and what was placed in service. */
export function Construction({ venture, names }: { venture: Venture; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const { contracts, placings } = venture
  const given = { venture: venture.venture }
  const contractTable = tableOf(
    t('construction'),
    [
      { name: 'contract', heading: t('contract'), isKey: true },
      { name: 'works', heading: t('works') },
      { name: 'contractor', heading: t('contractor') },
      { name: 'date', heading: t('date') },
      { name: 'amount', heading: t('contract-sum'), kind: 'fen' },
      { name: 'cost', heading: t('cost-so-far'), kind: 'fen' },
      { name: 'progress', heading: t('progress'), kind: 'ppm' },
      { name: 'lastCostOn', heading: t('last-cost-on') },
    ],
    contracts.map((one): Cell[] => [one.contract, one.works, nameOf(names, one.contractor), one.date, one.amountFen, one.costFen, one.progressPpm, one.lastCostOn ?? null]),
    contracts.length > 1 ? ['', '', '', '', totalOf(contracts.map(one => one.amountFen)), totalOf(contracts.map(one => one.costFen)), null, ''] : null,
  )
  const placedTable = tableOf(
    t('placed'),
    [
      { name: 'placing', heading: t('placing'), isKey: true, isShown: false },
      { name: 'date', heading: t('placed-on') },
      { name: 'cost', heading: t('original-cost'), kind: 'fen' },
      { name: 'area', heading: t('area'), kind: 'count' },
      { name: 'life', heading: t('life-months'), kind: 'count' },
      { name: 'state', heading: t('cost-state'), kind: 'word' },
    ],
    placings.map((one): Cell[] => [one.placing, one.date, one.costFen, one.areaSquareMetres, one.usefulLifeMonths, one.settledOn ? 'settled' : one.provisional ? 'provisional' : 'final']),
    null,
    { state: { settled: t('cost-state.settled'), provisional: t('cost-state.provisional'), final: t('cost-state.final') } },
  )
  return (
    <section className="vl-section" aria-label={t('construction')}>
      <SectionHead title={t('construction')}>
        <RequestButton request="let-construction" given={given} size="small" />
        {contracts.length > 0 && (
          <>
            <RequestButton request="record-construction-cost" given={given} size="small" />
            <RequestButton request="change-construction" given={given} size="small" />
          </>
        )}
        <RequestButton request="place-in-service" given={given} size="small" />
        {placings.some(one => one.provisional) && <RequestButton request="settle-cost" given={given} size="small" />}
      </SectionHead>
      {contracts.length === 0 ? (
        <Empty text={t('construction-empty')} />
      ) : (
        <ReportTable
          view={contractTable}
          cells={{
            progress: (row, text) => (
              <>
                {text}
                <span className="vl-progress" aria-hidden="true">
                  <span style={{ width: `${Number(cellOf(contractTable.columns, row, 'progress')) / 10_000}%` }} />
                </span>
              </>
            ),
          }}
        />
      )}
      {placings.length > 0 && (
        <>
          <h2>{t('placed')}</h2>
          <ReportTable view={placedTable} />
        </>
      )}
    </section>
  )
}
