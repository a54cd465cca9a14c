import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compressed } from './build/compressed.ts'
import { silentIcons } from './build/icons.ts'
import { requests } from './build/requests.ts'
import { texts } from './build/texts.ts'

const server = process.env['LEDGER_SERVER'] ?? 'http://127.0.0.1:5080'
const proxied = Object.fromEntries(['/api', '/openapi', '/docs'].map(path => [path, { target: server, changeOrigin: false }]))

export default defineConfig({
  plugins: [react(), texts(join(import.meta.dirname, 'src/texts')), requests(join(import.meta.dirname, 'openapi.json')), silentIcons(), compressed()],
  build: {
    target: 'es2022',
    // A small file inlined as data: would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // By itself: the public page needs nothing else.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 40 },
            { name: 'routing', test: /node_modules[\\/](react-router|@tanstack|i18next|react-i18next)[\\/]/, priority: 30 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: proxied },
  preview: { proxy: proxied },
  test: { include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'], environment: 'node' },
})
