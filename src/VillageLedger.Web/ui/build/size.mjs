import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const limit = 350 * 1024
const folder = join(import.meta.dirname, '../dist')
const page = readFileSync(join(folder, 'index.html'), 'utf8')

/** What the browser fetches before it can draw anything: the scripts and styles that the page names, and all that these import at once. */
function firstFiles() {
  const files = new Set()
  const add = (name) => {
    if (files.has(name)) return
    files.add(name)
    if (!name.endsWith('.js')) return
    const text = readFileSync(join(folder, 'assets', name), 'utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) add(imported)
  }
  for (const [, name] of page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) add(name)
  return files
}

let sum = gzipSync(page).length
for (const name of [...firstFiles()].sort()) {
  const size = gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length
  sum += size
  console.log(`${size.toString().padStart(8)}  ${name}`)
}
console.log(`${sum.toString().padStart(8)}  first load, gzip (limit ${limit})`)
console.log(`${readdirSync(join(folder, 'assets')).filter(name => name.endsWith('.js')).length.toString().padStart(8)}  scripts in all`)
if (sum > limit) process.exitCode = 1
