import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = join(import.meta.dirname, '../dist')
const page = readFileSync(join(folder, 'index.html'), 'utf8')
const assets = readdirSync(join(folder, 'assets')).filter(name => /\.(js|css)$/.test(name))

/** What the browser fetches before it can draw anything: what the page names, the start of the pages or of the public page, and all that these import at once. */
function firstFiles(start) {
  const files = new Set()
  const add = name => {
    if (files.has(name)) return
    files.add(name)
    if (!name.endsWith('.js')) return
    const text = readFileSync(join(folder, 'assets', name), 'utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) add(imported)
  }
  for (const [, name] of page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) add(name)
  for (const name of assets) if (name.startsWith(start + '-')) add(name)
  return files
}

function measure(start, what, limit) {
  let sum = gzipSync(page).length
  for (const name of [...firstFiles(start)].sort()) {
    const size = gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length
    sum += size
    console.log(`${size.toString().padStart(8)}  ${name}`)
  }
  console.log(`${sum.toString().padStart(8)}  ${what}, gzip (limit ${limit})\n`)
  if (sum > limit) process.exitCode = 1
}

measure('appStart', 'first load', 350 * 1024)
measure('publicStart', 'first load of the public page', 90 * 1024)
console.log(`${assets.filter(name => name.endsWith('.js')).length.toString().padStart(8)}  scripts in all`)
