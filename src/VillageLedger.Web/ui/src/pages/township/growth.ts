import type { EChartsCoreOption } from 'echarts/core'
import { labelMoney, shortRate, tooltip, type Look } from '../../charts'
import { yuan, type Unit } from '../../money'

export interface Grown {
  key: string
  name: string
  fen: number
  growthPpm: number | null
}

/** From falling (orange) over grey to rising (blue), so that it is read by everybody and in print. */
export const growthSteps = ['fell-much', 'fell', 'same', 'rose', 'rose-much', 'unknown'] as const
export type GrowthStep = (typeof growthSteps)[number]

const much = 100_000

export function stepOf(growthPpm: number | null): GrowthStep {
  if (growthPpm === null) return 'unknown'
  if (growthPpm === 0) return 'same'
  if (growthPpm < 0) return growthPpm <= -much ? 'fell-much' : 'fell'
  return growthPpm >= much ? 'rose-much' : 'rose'
}

/** Ground and letters of each step; every pair has a contrast of 4.5 and more. */
export const growthColours: Record<GrowthStep, { ground: string; text: string }> = {
  'fell-much': { ground: '#a34a00', text: '#ffffff' },
  fell: { ground: '#f3c08d', text: '#2b1a06' },
  same: { ground: '#d5dad7', text: '#1b2420' },
  rose: { ground: '#a9cdf5', text: '#0b2340' },
  'rose-much': { ground: '#245a97', text: '#ffffff' },
  unknown: { ground: '#5f6a65', text: '#ffffff' },
}

export function growthText(growthPpm: number | null): string {
  if (growthPpm === null) return ''
  return (growthPpm > 0 ? '+' : '') + shortRate(growthPpm, 1)
}

/** Cut to hundredths of a percent, as many as a table can compare; nothing is rounded up. */
export function cutRate(ppm: number): number {
  return Math.trunc(ppm / 100) * 100
}

/** Areas by income, colours by growth. What has no income has no area. */
export function growthTreemap(look: Look, villages: Grown[], unit: Unit): EChartsCoreOption {
  const shown = villages.filter(village => village.fen > 0)
  return {
    tooltip: { ...tooltip(look), trigger: 'item', formatter: (pointed: unknown) => pointedText(shown[(pointed as { data?: { index?: number } }).data?.index ?? -1]) },
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        label: { show: true, overflow: 'break', lineOverflow: 'truncate', lineHeight: 18, padding: [6, 8], position: 'insideTopLeft' },
        itemStyle: { gapWidth: 2, borderColor: look.surface },
        data: shown.map((village, index) => {
          const { ground, text } = growthColours[stepOf(village.growthPpm)]
          return {
            name: village.name,
            value: village.fen,
            index,
            itemStyle: { color: ground },
            label: { color: text, fontFamily: look.font, formatter: `${village.name}\n${labelMoney(village.fen, unit)}\n${growthText(village.growthPpm)}` },
          }
        }),
      },
    ],
  }
}

function pointedText(village: Grown | undefined): string {
  return village ? [village.name, yuan(village.fen), growthText(village.growthPpm)].filter(Boolean).join('\n') : ''
}
