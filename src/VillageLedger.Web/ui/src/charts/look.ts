import { useSyncExternalStore } from 'react'
import { fonts } from '../theme'

/** Blue, orange, teal and grey: told apart by every kind of colour sight, and by lightness in print. */
export interface Palette {
  blue: string
  orange: string
  teal: string
  grey: string
  /** Nine and more of them, neighbours of different hue. */
  series: string[]
}

/** What a chart is drawn with; text and rules are those of the page around it. */
export interface Look extends Palette {
  isDark: boolean
  text: string
  quiet: string
  rule: string
  surface: string
  font: string
  /** Of the drawing, in pixels. */
  width: number
  /** A phone's width: fewer ticks, shorter labels. */
  isNarrow: boolean
}

const light: Palette = {
  blue: '#2f6db5',
  orange: '#d9822b',
  teal: '#1f8a86',
  grey: '#7d8781',
  series: ['#2f6db5', '#e6a057', '#1f8a86', '#a7b0ab', '#173f73', '#b4601a', '#74bdb8', '#5b6560', '#86b0e0', '#7a3f0d', '#0d5553', '#cfd5d2'],
}
const dark: Palette = {
  blue: '#6ca6e8',
  orange: '#eb9f52',
  teal: '#4bb8b2',
  grey: '#98a29d',
  series: ['#6ca6e8', '#c97a2c', '#4bb8b2', '#6f7a75', '#3a6fae', '#f2c08c', '#27807c', '#b4bdb8', '#a9cdf5', '#96551b', '#9adfda', '#4e5853'],
}

export function paletteOf(isDark: boolean): Palette {
  return isDark ? dark : light
}

/** The colour of a series by its place; further ones begin anew. */
export function colourOf(look: Palette, index: number): string {
  return look.series[index % look.series.length]!
}

const narrow = 560

export function lookOf(width: number): Look {
  const root = document.documentElement
  const variables = getComputedStyle(root)
  const of = (name: string) => variables.getPropertyValue(`--vl-${name}`).trim()
  const isDark = root.dataset['theme'] === 'dark'
  return { ...paletteOf(isDark), isDark, text: of('text'), quiet: of('quiet'), rule: of('rule'), surface: of('surface'), font: fonts.replaceAll('"', ''), width, isNarrow: width < narrow }
}

/** Changes when the colours of the page do: light, dark, historic. */
export function usePageColours(): string {
  return useSyncExternalStore(
    listener => {
      const observer = new MutationObserver(listener)
      observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-historic'] })
      return () => observer.disconnect()
    },
    () => `${document.documentElement.dataset['theme']} ${document.documentElement.dataset['historic']}`,
  )
}
