import type { Look } from './look'
import { grouped, wan, yuan, type Unit } from '../money'
import { textWidth } from '../tables/widths'

/** The unit in which amounts of a chart are short enough: 万元 from ten thousand yuan on. */
export function unitFor(amounts: readonly (number | null)[]): Unit {
  return amounts.some(fen => fen !== null && Math.abs(fen) >= 1_000_000) ? 'wan' : 'yuan'
}

/** An amount at an axis or in a label: without decimals that are zeros. */
export function shortMoney(fen: number, unit: Unit): string {
  const whole = Math.round(fen)
  return (unit === 'wan' ? wan(whole) : yuan(whole)).replace(/\.00$/, '').replace(/(\.\d)0$/, '$1')
}

/** An amount beside others in labels: with all decimals, so that they are compared digit by digit. */
export function labelMoney(fen: number, unit: Unit): string {
  const whole = Math.round(fen)
  return unit === 'wan' ? wan(whole) : yuan(whole)
}

/** Parts per million as percent with at most so many decimals, rounded down as the reports do: 335000 → 33.5%. */
export function shortRate(ppm: number, decimals = 2): string {
  const sign = ppm < 0 ? '-' : ''
  const size = Math.abs(ppm)
  const rest = (size % 10_000).toString().padStart(4, '0').slice(0, decimals).replace(/0+$/, '')
  return `${sign}${grouped(Math.floor(size / 10_000).toString())}${rest ? '.' + rest : ''}%`
}

export function tooltip(look: Look) {
  return {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.quiet,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: look.text, fontFamily: look.font, fontSize: 12, lineHeight: 18 },
  }
}

const legendGap = 12
const legendRow = 24

/** How high a legend stands in so many pixels, by the widths of its names. */
export function legendHeight(names: string[], width: number): number {
  let rows = 1
  let used = 0
  for (const name of names) {
    const needed = nameWidth(name) + 14 + 5 + legendGap
    if (used > 0 && used + needed - legendGap > width - 10) {
      rows++
      used = 0
    }
    used += needed
  }
  return rows * legendRow + 8
}

/** Of a text at 12 px, in pixels. */
export function nameWidth(name: string): number {
  return Math.ceil((textWidth(name) * 12) / 14)
}

/** A name that fits into so many pixels, cut off at its end where it does not. */
export function cutTo(name: string, width: number): string {
  if (nameWidth(name) <= width) return name
  const signs = [...name]
  while (signs.length > 1 && nameWidth(signs.join('') + '…') > width) signs.pop()
  return signs.join('') + '…'
}

export function legend(look: Look, names?: string[]) {
  return { type: 'plain' as const, top: 0, left: 0, itemWidth: 14, itemHeight: 8, itemGap: legendGap, icon: 'roundRect', textStyle: { color: look.text, fontFamily: look.font }, ...(names ? { data: names } : {}) }
}

export function valueAxis(look: Look, write: (value: number) => string) {
  return {
    type: 'value' as const,
    splitNumber: look.isNarrow ? 3 : 5,
    axisLabel: { color: look.quiet, hideOverlap: true, formatter: write },
    splitLine: { lineStyle: { color: look.rule } },
  }
}

export function categoryAxis(look: Look, names: string[]) {
  return {
    type: 'category' as const,
    data: names,
    axisLabel: { color: look.quiet, hideOverlap: true },
    axisLine: { lineStyle: { color: look.quiet } },
    axisTick: { show: false },
  }
}
