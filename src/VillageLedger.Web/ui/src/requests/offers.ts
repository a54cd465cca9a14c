import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestField } from '../../build/requests'
import { nameOf, typeOf, useAccounts, useParties, useReport, useStream, type Owner, type ReportView, type StreamFact } from '../api'
import { useWhen, useWhere } from '../frame'
import { yuan } from '../money'

export interface Choice {
  value: string
  label: string
  /** What is typed to find it. */
  words: string
}

export interface Offers {
  of: (field: RequestField) => Choice[]
  nameOf: (value: string) => string | undefined
}

const choice = (value: string, label: string, ...words: string[]): Choice => ({ value, label, words: [value, label, ...words].join(' ').toLowerCase() })

/** What the fields of a request can be filled from: places, books, accounts, parties, and what was recorded before of the one that the request is about. */
export function useOffers(fields: RequestField[], about: { owner?: string; venture?: string; company?: string }, onlyPosted = false): Offers {
  const { t } = useTranslation('requests')
  const { owners } = useWhere()
  const has = (name: string) => fields.some(field => field.name === name)
  const needs = (kind: RequestField['kind']) => has2(fields, kind)
  const hasBook = owners.some(one => one.owner === about.owner && one.firstMonth)
  const accounts = useAccounts(hasBook && (needs('account') || needs('accounts')) ? about.owner : undefined)
  const parties = useParties(about.owner && (needs('holder') || has('member') || has('members')) ? about.owner : undefined)
  const venture = useStream('venture', about.venture)
  const company = useStream('company', about.company)
  const isOfBook = has('owner') || has('book')
  const asked = (name: string) => isOfBook && has(name) && hasBook
  const book = { book: about.owner }
  const contracts = useReport('contracts', book, { enabled: asked('contract') })
  const assets = useReport('asset-cards', book, { enabled: asked('asset') })
  const resources = useReport('resources', book, { enabled: asked('resource') })
  const funds = useReport('funds', book, { enabled: asked('fund') })
  const { options: { at: _, ...chosen } } = useWhen()
  const vouchers = useReport('voucher-list', { ...book, ...chosen, state: onlyPosted ? 'posted' : 'all' }, { enabled: hasBook && needs('voucher') })
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const one of owners) names.set(one.owner, one.name)
    for (const one of parties.data ?? []) if (one.name) names.set(one.party, one.name)
    for (const stream of [venture.data, company.data]) for (const [holder, name] of Object.entries(stream?.names ?? {})) if (!names.has(holder)) names.set(holder, name)
    const codes = (kind: string) => owners.filter(one => one.kind === kind).map(one => choice(one.owner.slice(kind.length + 1), one.name, one.initials))
    const holders = [...new Set([...names.keys(), ...(parties.data ?? []).map(one => one.party)])].map(holder => {
      const name = names.get(holder)
      const id = holder.slice(holder.indexOf('/') + 1)
      return choice(holder, name ?? id, owners.find(one => one.owner === holder)?.initials ?? parties.data?.find(one => one.party === holder)?.initials ?? '')
    })
    const members = (parties.data ?? []).filter(one => one.kind === 'member').map(one => choice(one.party.slice('member/'.length), one.name ?? one.party.slice('member/'.length)))
    const ofAccounts = (accounts.data ?? []).map(one => choice(one.account, `${one.account} ${one.name}`, one.initials))
    const ofVouchers = vouchersOf(vouchers.data)
    const places = placesOf(owners)
    const recorded = recordedOf(venture.data?.facts ?? [], company.data?.facts ?? [], holder => nameOf(Object.fromEntries(names), holder), t)
    const listed: Record<string, Choice[]> = {
      owner: owners.filter(one => one.firstMonth || one.kind !== 'venture').map(one => choice(one.owner, one.name, one.initials)),
      venture: codes('venture'),
      company: codes('company'),
      village: codes('village'),
      villages: codes('village'),
      into: codes('village'),
      scope: [...places, ...owners.map(one => choice(one.owner, one.name, one.initials))],
      place: places,
      member: members,
      ...recorded,
    }
    if (asked('contract')) listed['contract'] = keysOf(contracts.data, 'contract', ['subject', 'name'])
    if (asked('asset')) listed['asset'] = keysOf(assets.data, 'asset', ['name'])
    if (asked('resource')) listed['resource'] = keysOf(resources.data, 'resource', ['name'])
    if (asked('fund')) {
      listed['fund'] = keysOf(funds.data, 'fund', ['donor'])
      listed['purpose'] = keysOf(funds.data, 'purpose', ['name'])
    }
    return {
      nameOf: value => names.get(value),
      of: field => {
        if (field.kind === 'owner') return listed['owner']!
        if (field.kind === 'account' || field.kind === 'accounts') return ofAccounts
        if (field.kind === 'holder') return holders
        if (field.kind === 'voucher') return ofVouchers
        return field.kind === 'text' || (field.kind === 'words' && !field.words) ? (listed[field.name] ?? []) : []
      },
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [owners, accounts.data, parties.data, venture.data, company.data, contracts.data, assets.data, resources.data, funds.data, vouchers.data, hasBook, fields, t])
}

function has2(fields: RequestField[], kind: RequestField['kind']): boolean {
  return fields.some(field => field.kind === kind || (field.fields !== undefined && has2(field.fields, kind)))
}

/** Counties and townships of the owners that are seen. */
function placesOf(owners: Owner[]): Choice[] {
  const places = new Map<string, string>()
  for (const one of owners) {
    if (one.county) places.set(one.county, one.countyName ?? one.county)
    if (one.township) places.set(one.township, one.townshipName ?? one.township)
  }
  return [...places].map(([code, name]) => choice(code, `${name} ${code}`))
}

function keysOf(view: ReportView | undefined, key: string, called: string[]): Choice[] {
  if (!view) return []
  const indexOf = (name: string) => view.columns.findIndex(column => column.name === name)
  const at = indexOf(key)
  const names = called.map(indexOf).filter(i => i >= 0)
  const seen = new Map<string, Choice>()
  for (const row of view.rows) {
    const value = String(row[at] ?? '')
    const name = names.map(i => row[i]).find(Boolean)
    if (value && !seen.has(value)) seen.set(value, choice(value, name ? `${value} ${name}` : value))
  }
  return [...seen.values()]
}

/** As an accountant speaks of them: 记-1 2026-01-05 收厂房租金 30,000.00; one without a number by its state. */
export function vouchersOf(view: ReportView | undefined): Choice[] {
  if (!view) return []
  const at = (name: string) => view.columns.findIndex(column => column.name === name)
  const [id, type, number, date, state, summary, amount] = ['voucher', 'type', 'number', 'date', 'state', 'summary', 'amountFen'].map(at) as [number, number, number, number, number, number, number]
  return view.rows.map(row => {
    const called = row[number] === null ? `${row[type]} (${view.words['state']?.[String(row[state])] ?? row[state]})` : `${row[type]}-${row[number]}`
    return choice(String(row[id]), [called, row[date], row[summary], typeof row[amount] === 'number' ? yuan(row[amount]) : undefined].filter(Boolean).join(' '))
  })
}

/** What was recorded of a venture or a company and can be named again, in words. */
function recordedOf(venture: StreamFact[], company: StreamFact[], called: (holder: string) => string, t: (key: string) => string): Record<string, Choice[]> {
  const lists: Record<string, Choice[]> = {}
  const add = (field: string, value: string, ...words: (string | undefined)[]) => (lists[field] ??= []).push(choice(value, words.filter(Boolean).join(' · ')))
  const drop = (value: string) => {
    for (const field of ['of', 'placing']) lists[field] = (lists[field] ?? []).filter(one => one.value !== value)
  }
  for (const fact of [...venture, ...company]) {
    const { data } = fact
    const sum = (fen: number) => yuan(fen)
    switch (typeOf(fact)) {
      case 'parcel-recorded':
        add('parcel', data.parcel, data.parcel, data.location)
        break
      case 'capital-called':
        add('call', data.call, t('field.call'), data.date, data.resolution)
        break
      case 'contribution-made':
        add('of', data.contribution, t('title.contribute'), called(data.holder), data.date, sum(data.amountFen))
        break
      case 'construction-contracted':
        add('contract', data.contract, data.contract, data.works)
        break
      case 'construction-cost-recorded':
        add('of', data.cost, t('title.record-construction-cost'), data.contract, data.date, sum(data.amountFen))
        break
      case 'placed-in-service':
        add('of', data.placing, t('title.place-in-service'), data.date, sum(data.costFen))
        add('placing', data.placing, data.date, sum(data.costFen))
        break
      case 'venture-record-withdrawn':
        drop(data.of)
        break
      case 'joint-entry-prepared':
        add('entry', data.entry, t(`event.${data.event}`), data.date, sum(data.totalFen))
        break
      case 'joint-entry-reversed':
        lists['entry'] = (lists['entry'] ?? []).filter(one => one.value !== data.entry)
        break
      case 'allocation-paid':
        add('payment', data.payment, called(data.holder), data.date, sum(data.amountFen))
        break
      case 'allocation-payment-returned':
        lists['payment'] = (lists['payment'] ?? []).filter(one => one.value !== data.payment)
        break
      case 'works-awarded':
        add('contract', data.contract, data.contract, data.works)
        break
      case 'manager-appointed':
        add('contract', data.contract, data.contract, called(data.manager))
        break
      case 'manager-settled':
        add('replaces', data.settlement, String(data.year), data.contract)
        break
    }
  }
  return lists
}
