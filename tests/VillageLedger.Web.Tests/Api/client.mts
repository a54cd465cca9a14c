// A program against the types that openapi-typescript makes from /openapi/v1.json: it compiles only where the description says what it uses.
import createClient from 'openapi-fetch'
import type { paths } from './schema.js'

const [, , baseUrl, user, password, book] = process.argv
const client = createClient<paths>({ baseUrl })
const signedIn = await client.POST('/api/session', { body: { user, password } })
if (!signedIn.data) throw new Error(signedIn.error.detail)
const headers = { Cookie: signedIn.response.headers.get('set-cookie')!.split(';')[0], 'X-CSRF-Token': signedIn.data.csrfToken }
const prepared = await client.POST('/api/requests/prepare-voucher', {
  headers,
  body: { id: 'generated-1', book, date: '2026-02-20', summary: '租金', lines: [{ account: '101', debitFen: 100 }, { account: '501', creditFen: 100 }] },
})
if (!prepared.data) throw new Error(prepared.error.detail)
const balance = await client.GET('/api/reports/trial-balance', { headers, params: { query: { book, month: '2026-01' } } })
if (!balance.data || 'columns' in balance.data) throw new Error('no rows by name')
const income = balance.data.rows.find(row => row.account === '501')
const replay = await client.POST('/api/jobs', { headers, body: { kind: 'replay' } })
console.log(prepared.data.outcome, ((income?.closingCreditFen ?? 0) / 100).toFixed(2), replay.error?.code)
