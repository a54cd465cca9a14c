import type { EChartsCoreOption } from 'echarts/core'
import { yuan, type Unit } from '../money'
import { colourOf, type Look } from './look'
import { categoryAxis, cutTo, labelMoney, legend, legendHeight, nameWidth, shortMoney, shortRate, tooltip, valueAxis } from './parts'

export interface AreaSeries {
  name: string
  /** Parts per million of the whole at each date; null: none then. */
  values: (number | null)[]
}

/** Parts of a whole over time: steps at the dates at which they changed, the last date being the end of what is shown. */
export function stackedShares(look: Look, dates: string[], series: AreaSeries[]): EChartsCoreOption {
  const labelWidth = look.isNarrow ? 0 : Math.max(0, ...series.map(one => nameWidth(one.name))) + 58
  return {
    tooltip: { ...tooltip(look), trigger: 'axis', formatter: (points: unknown) => pointedShares(points as { axisValueLabel?: string; dataIndex: number }[], dates, series) },
    legend: look.isNarrow ? legend(look) : { show: false },
    grid: { left: 8, right: 16 + labelWidth, top: look.isNarrow ? legendHeight(series.map(one => one.name), look.width) : 12, bottom: 6, containLabel: true },
    xAxis: {
      type: 'time',
      min: dates[0],
      max: dates.at(-1),
      axisLabel: { color: look.quiet, hideOverlap: true, formatter: '{yyyy}-{MM}' },
      splitNumber: look.isNarrow ? 2 : 6,
      axisLine: { lineStyle: { color: look.quiet } },
    },
    yAxis: { ...valueAxis(look, value => shortRate(value, 0)), min: 0, max: 1_000_000, interval: 250_000 },
    series: series.map((one, index) => ({
      name: one.name,
      type: 'line',
      stack: 'all',
      step: 'end',
      symbol: 'none',
      color: colourOf(look, index),
      lineStyle: { width: 1, color: look.surface },
      areaStyle: { color: colourOf(look, index), opacity: 1 },
      emphasis: { disabled: true },
      endLabel: { show: !look.isNarrow, formatter: () => `${one.name} ${shortRate(one.values.at(-1) ?? 0)}`, color: look.text, distance: 8, offset: [0, 8] },
      labelLayout: { moveOverlap: 'shiftY' },
      data: dates.map((date, i) => [date, one.values[i] ?? 0]),
    })),
  }
}

function pointedShares(points: { dataIndex: number }[], dates: string[], series: AreaSeries[]): string {
  const index = points[0]?.dataIndex ?? 0
  const lines = series.filter(one => (one.values[index] ?? 0) > 0).map(one => `${one.name}  ${shortRate(one.values[index]!, 4)}`)
  return [dates[index], ...lines].join('\n')
}

export interface BarSeries {
  name: string
  values: (number | null)[]
}

/** Bars by month with the year before as a line. */
export function barsWithLine(look: Look, names: string[], bars: BarSeries[], line: BarSeries | null, unit: Unit): EChartsCoreOption {
  const colours = [look.blue, look.orange, look.teal]
  return {
    tooltip: { ...tooltip(look), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => (typeof value === 'number' ? yuan(value) : '—') },
    legend: legend(look),
    grid: { left: 4, right: 12, top: legendHeight([...bars, ...(line ? [line] : [])].map(one => one.name), look.width), bottom: 4, containLabel: true },
    xAxis: categoryAxis(look, names),
    yAxis: valueAxis(look, value => shortMoney(value, unit)),
    series: [
      ...bars.map((one, index) => ({ name: one.name, type: 'bar', color: colours[index % colours.length], barMaxWidth: 26, barGap: '8%', data: one.values })),
      ...(line ? [{ name: line.name, type: 'line', color: look.grey, symbol: 'circle', symbolSize: 5, lineStyle: { width: 2, type: 'dashed' }, data: line.values }] : []),
    ],
  }
}

export interface Bullet {
  name: string
  fen: number
  expectedFen: number | null
}

/** What came as a bar, what was expected as a stroke across it; the row's own label says the difference. */
export function bulletBars(look: Look, rows: Bullet[], texts: { actual: string; expected: string }, unit: Unit): EChartsCoreOption {
  const upward = rows.toReversed()
  const difference = (row: Bullet) => (row.expectedFen === null ? '' : signedMoney(row.fen - row.expectedFen, unit))
  return {
    tooltip: { ...tooltip(look), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => (typeof value === 'number' ? yuan(value) : '—') },
    legend: legend(look, [texts.actual, texts.expected]),
    grid: { left: 4, right: 8, top: 34, bottom: 4, containLabel: true },
    xAxis: valueAxis(look, value => shortMoney(value, unit)),
    yAxis: [
      categoryAxis(look, upward.map(row => row.name)),
      { ...categoryAxis(look, upward.map(difference)), position: 'right', axisLine: { show: false }, axisLabel: { color: look.text, interval: 0 } },
    ],
    series: [
      { name: texts.actual, type: 'bar', color: look.blue, barWidth: 10, data: upward.map(row => row.fen) },
      { name: texts.expected, type: 'pictorialBar', color: look.orange, symbol: 'rect', symbolPosition: 'end', symbolOffset: [1.5, 0], symbolSize: [3, 20], z: 5, data: upward.map(row => row.expectedFen) },
    ],
  }
}

export function signedMoney(fen: number, unit: Unit): string {
  return fen > 0 ? '+' + labelMoney(fen, unit) : labelMoney(fen, unit)
}

export interface Flow {
  from: string
  to: string
  fen: number
}

export interface FlowNode {
  /** Unique within the chart. */
  name: string
  label: string
  depth: number
  colour: 'blue' | 'orange' | 'teal' | 'grey'
}

/** How money flows from left to right; the amount stands beside each name. Only positive flows can be drawn. */
export function sankey(look: Look, nodes: FlowNode[], flows: Flow[], unit: Unit): EChartsCoreOption {
  const passing = (name: string) => Math.max(flowSum(flows.filter(one => one.from === name)), flowSum(flows.filter(one => one.to === name)))
  const deepest = Math.max(...nodes.map(node => node.depth))
  const amount = (node: FlowNode) => labelMoney(passing(node.name), unit)
  const labels = new Map(nodes.map(node => [node.name, node]))
  const margin = look.isNarrow ? 118 : Math.max(96, ...nodes.filter(node => node.depth === deepest).map(node => nameWidth(node.label) + nameWidth(amount(node)) + 20))
  return {
    tooltip: {
      ...tooltip(look),
      trigger: 'item',
      formatter: (pointed: unknown) => {
        const { dataType, data, name } = pointed as { dataType: string; name: string; data: { source: string; target: string; value: number } }
        if (dataType === 'edge') return `${labels.get(data.source)?.label} → ${labels.get(data.target)?.label}\n${yuan(data.value)}`
        return `${labels.get(name)?.label}\n${yuan(passing(name))}`
      },
    },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: margin,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 10,
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: look.isDark ? 0.4 : 0.3, curveness: 0.5 },
        label: { color: look.text, fontFamily: look.font },
        data: nodes.map(node => ({
          name: node.name,
          depth: node.depth,
          itemStyle: { color: look[node.colour], borderWidth: 0 },
          label: {
            position: 'right',
            formatter: look.isNarrow ? `${cutTo(node.label, node.depth === deepest ? margin - 8 : 84)}\n${amount(node)}` : `${node.label} ${amount(node)}`,
            lineHeight: 14,
          },
        })),
        links: flows.map(one => ({ source: one.from, target: one.to, value: one.fen })),
      },
    ],
  }
}

function flowSum(flows: Flow[]): number {
  return Number(flows.reduce((sum, one) => sum + BigInt(one.fen), 0n))
}
