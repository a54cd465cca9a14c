import type { Plugin } from 'vite'

const spoken = /role: "img",\s*"aria-label": icon\.name/

/** Icons stand beside words here, or on a button that has its own name: their English file names are not read out. */
export function silentIcons(): Plugin {
  return {
    name: 'silent-icons',
    apply: 'build',
    transform(code, id) {
      if (!/@ant-design[\\/]icons[\\/]es[\\/]components[\\/]AntdIcon\.js/.test(id)) return null
      if (!spoken.test(code)) throw new Error('AntdIcon names its icons otherwise than it did.')
      return { code: code.replace(spoken, '"aria-hidden": true'), map: null }
    },
  }
}
