import { useCallback, useMemo, type ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { nameOf, useReport, type Cell } from '../../api'
import { Chart, sankey, unitFor, type Look } from '../../charts'
import { useWhen } from '../../frame'
import { yuan } from '../../money'
import { cellOf, ReportTable, type TableProps } from '../../tables'
import { at, flowsOf } from './figures'
import { tableOf, totalOf } from './made'
import { paidOf, type Allocation } from './venture'

interface Props {
  venture: string
  allocation: Allocation
  names?: Record<string, string>
  /** Of a dry run: nothing of it is paid. */
  isDry?: boolean
  rowActions?: TableProps['rowActions']
}

/** How an allocation splits a month's receipts: as flows, and to the fen in a table that says who got a remaining fen. */
export function Split({ venture, allocation, names, isDry, rowActions }: Props) {
  const { t } = useTranslation('ventures')
  const when = useWhen()
  const operation = useReport('venture-operation', { venture, month: allocation.month, at: when.at }, { enabled: !!allocation.month })
  const received = useMemo(() => {
    const row = operation.data?.rows.find(one => at(operation.data!, one, 'month') === allocation.month)
    const of = (name: string) => (row ? Number(at(operation.data!, row, name) ?? 0) : 0)
    return { receivedFen: of('receivedFen'), spentFen: of('spentFen') }
  }, [operation.data, allocation.month])
  const drawn = useMemo(
    () =>
      flowsOf(allocation, received, holder => nameOf(names, holder), {
        income: t('received'),
        earlier: t('earlier-receipts'),
        guarantor: t('top-up'),
        total: t('to-be-split'),
        cost: t('spent'),
        left: t('left-over'),
        reserve: t('retained'),
      }),
    [allocation, received, names, t],
  )
  const unit = unitFor([allocation.totalFen])
  const option = useCallback((look: Look) => sankey(look, drawn!.nodes, drawn!.flows, unit), [drawn, unit])
  const table = <PartTable allocation={allocation} names={names} isDry={isDry} rowActions={rowActions} />
  const count = allocation.parts.length
  return (
    <div className="vl-sections">
      {drawn && (
        <Chart
          title={t('flow')}
          period={allocation.month}
          unit={t(`charts:unit.${unit}`)}
          description={t('flow-say', { total: yuan(allocation.totalFen), retained: yuan(allocation.retainedFen), count })}
          option={option}
          height={Math.max(240, drawn.nodes.filter(node => node.depth === 2).length * 34)}
          table={table}
        />
      )}
      <section className="vl-section" aria-label={t('parts')}>
        <h2>{t('parts')}</h2>
        {table}
        <p className="vl-quiet">{remainderText(allocation, names, t)}</p>
      </section>
    </div>
  )
}

export function remainderText(allocation: Allocation, names: Record<string, string> | undefined, t: TFunction<'ventures'>): string {
  const { remainderTo } = allocation
  if (remainderTo.length === 0) return t('remainder-none')
  return t('remainder-to', { count: remainderTo.length, names: remainderTo.map(holder => nameOf(names, holder)).join(t('comma')) })
}

function PartTable({ allocation, names, isDry, rowActions }: Omit<Props, 'venture'>) {
  const { t } = useTranslation('ventures')
  const paid = (holder: string) => paidOf(allocation, holder)
  const { parts } = allocation
  const isPaid = !isDry && allocation.stage === 'confirmed'
  const sum = (of: (holder: string, fen: number) => number) => totalOf(parts.map(part => of(part.holder, part.partFen)))
  const view = tableOf(
    t('parts'),
    [
      { name: 'holder', heading: t('holder'), isKey: true, isShown: false },
      { name: 'name', heading: t('holder') },
      { name: 'weight', heading: t('weight'), kind: 'count' },
      { name: 'part', heading: t('part'), kind: 'fen' },
      { name: 'last', heading: t('got-remainder'), kind: 'flag' },
      { name: 'paid', heading: t('paid'), kind: 'fen', isShown: isPaid },
      { name: 'unpaid', heading: t('unpaid'), kind: 'fen', isShown: isPaid },
    ],
    parts.map((part): Cell[] => [
      part.holder,
      nameOf(names, part.holder),
      part.weight,
      part.partFen,
      allocation.remainderTo.includes(part.holder),
      paid(part.holder),
      part.partFen - paid(part.holder),
    ]),
    ['', '', null, sum((_, fen) => fen), null, sum(holder => paid(holder)), sum((holder, fen) => fen - paid(holder))],
  )
  const payable = (row: Parameters<NonNullable<TableProps['rowActions']>>[0]): ReactNode => (cellOf(view.columns, row, 'unpaid') === 0 ? null : rowActions!(row))
  return <ReportTable view={view} rowActions={rowActions && isPaid ? payable : undefined} />
}
