import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Look } from './look'
import './charts.css'

const Drawing = lazy(() => import('./Drawing'))

export interface Picked {
  /** Of the series or the node that was clicked. */
  seriesName?: string
  name: string
  dataIndex: number
  data: unknown
}

interface Props {
  /** The finding's subject: what is shown of whom. */
  title: string
  /** Written behind the title: 万元, %. */
  unit?: string
  /** Written behind the title: 2025年. */
  period?: string
  /** What the chart says, in a sentence or two, for who does not see it. */
  description: string
  /** How it is drawn; called again with every look (light, dark, width). Keep it by useCallback or useMemo. */
  option: (look: Look) => EChartsCoreOption
  height?: number
  /** The same figures as a table, one click away. */
  table: ReactNode
  onPick?: (picked: Picked) => void
}

/** A chart with its title and its table. The drawing itself (ECharts, SVG) is loaded when the first one is shown. */
export function Chart({ title, unit, period, description, option, height = 300, table, onPick }: Props) {
  const { t } = useTranslation('charts')
  const [showsTable, setShowsTable] = useState(false)
  const id = useId()
  const beside = [period, unit && t('unit', { unit })].filter(Boolean).join(' · ')
  return (
    <section className="vl-chart" aria-labelledby={id}>
      <div className="vl-chart-head">
        <h2 id={id}>
          {title}
          {beside && <small>{beside}</small>}
        </h2>
        <Button size="small" type="text" icon={showsTable ? <BarChartOutlined /> : <TableOutlined />} aria-expanded={showsTable} onClick={() => setShowsTable(!showsTable)}>
          {t(showsTable ? 'show-chart' : 'show-table')}
        </Button>
      </div>
      {showsTable ? (
        table
      ) : (
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <Drawing option={option} height={height} label={`${title}。${description}`} onPick={onPick} />
        </Suspense>
      )}
    </section>
  )
}
