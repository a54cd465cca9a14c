import { theme, type ThemeConfig } from 'antd'

export const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
const accent = '#1f6f54'
const accentInTheDark = '#4fb38e'

/** The same accent, lighter in the dark so that it keeps 4.5 : 1. */
export function themeOf(isDark: boolean): ThemeConfig {
  return {
    hashed: false,
    algorithm: isDark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.defaultAlgorithm, theme.compactAlgorithm],
    token: {
      colorPrimary: isDark ? accentInTheDark : accent,
      colorLink: isDark ? accentInTheDark : accent,
      colorLinkHover: isDark ? '#7fd0b2' : '#174f3c',
      colorInfo: isDark ? accentInTheDark : accent,
      // What antd derives from a dark accent is grey.
      colorInfoBg: isDark ? '#17352a' : '#e6f1ec',
      colorInfoBorder: isDark ? '#2f5e4c' : '#b5d3c6',
      colorSuccessBg: isDark ? '#17352a' : '#e6f1ec',
      colorSuccessBorder: isDark ? '#2f5e4c' : '#b5d3c6',
      colorSuccess: isDark ? accentInTheDark : accent,
      colorError: isDark ? '#ff8a80' : '#b3261e',
      // Grey texts of antd fall short of 4.5 : 1.
      colorTextSecondary: isDark ? '#b9c2bd' : '#4c5752',
      colorTextTertiary: isDark ? '#a4aea9' : '#5f6a65',
      colorTextDescription: isDark ? '#a4aea9' : '#5f6a65',
      colorTextPlaceholder: isDark ? '#98a29d' : '#69746f',
      colorTextLightSolid: isDark ? '#0d1a15' : '#ffffff',
      fontFamily: fonts,
      // The compact algorithm takes two pixels off, and four off the height of fields.
      fontSize: 16,
      borderRadius: 4,
      controlHeight: 36,
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  }
}
