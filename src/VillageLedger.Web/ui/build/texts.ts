import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

const languages = ['zh', 'en'] as const
const prefix = 'virtual:texts/'

/** Fields of a line of CSV: quoted where they hold a comma, a quote or a line's end. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = () => {
    row.push(cell)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[++i]!
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') endRow()
    else if (c !== '\r') cell += c
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** One language of one file: key → text. A line that is not key, zh, en stops the build. */
export function textsOf(file: string, text: string, language: (typeof languages)[number]): Record<string, string> {
  const [head, ...lines] = readCsv(text.replace(/^\uFEFF/, ''))
  if (head?.join() !== 'key,zh,en') throw new Error(`${file}: the first line must be key,zh,en`)
  const texts: Record<string, string> = {}
  for (const line of lines) {
    const [key, zh, en] = line
    if (line.length !== 3 || !key || !zh || !en) throw new Error(`${file}: not key,zh,en: ${line.join(' | ')}`)
    if (key in texts) throw new Error(`${file}: ${key} stands there twice`)
    texts[key] = language === 'zh' ? zh : en
  }
  return texts
}

/** Makes `virtual:texts/zh` and `virtual:texts/en` of all files src/texts/*.csv: an object of namespaces, each key → text; `virtual:texts/zh/public` of one file alone. */
export function texts(folder: string): Plugin {
  const files = () => readdirSync(folder).filter(name => name.endsWith('.csv')).map(name => join(folder, name)).sort()
  return {
    name: 'texts',
    resolveId: id => (id.startsWith(prefix) ? '\0' + id : undefined),
    load(id) {
      if (!id.startsWith('\0' + prefix)) return undefined
      const [name, only] = id.slice(prefix.length + 1).split('/')
      const language = languages.find(one => one === name)
      if (!language) return undefined
      if (only) {
        const file = join(folder, `${only}.csv`)
        this.addWatchFile(file)
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(textsOf(`${only}.csv`, readFileSync(file, 'utf8'), language)))})`
      }
      const namespaces: Record<string, Record<string, string>> = {}
      for (const file of files()) {
        this.addWatchFile(file)
        namespaces[basename(file, '.csv')] = textsOf(basename(file), readFileSync(file, 'utf8'), language)
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(namespaces))})`
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith('.csv')) return
      for (const language of languages) {
        const module = server.moduleGraph.getModuleById('\0' + prefix + language)
        if (module) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
    },
  }
}
