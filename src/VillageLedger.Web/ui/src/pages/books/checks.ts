/** Where a reader finds what a check of the month says is missing; `owner`, `month` and the known-at clock go along. */
const ways: Record<string, string> = {
  'unposted-vouchers': '/vouchers?state=unposted',
  'joint-vouchers': '/vouchers?state=unposted',
  'cash-side': '/reports/cash-journal',
  'bank-side': '/reports/bank-journal',
  suspense: '/reports/trial-balance',
  'income-expense': '/closing#year-end',
  'year-result': '/closing#year-end',
  appropriations: '/closing#year-end',
  'public-fund': '/closing#year-end',
  standard: '/reports/conversion',
  'year-to-date': '/reports/trial-balance',
  'fund-overspent': '/reports/funds',
  'fund-difference': '/reports/funds',
  'fund-until': '/reports/funds',
  'claims-waiting': '/reports/claims',
  'claims-unvouchered': '/reports/claims',
  'bank-statement': '/reports/bank-statement',
  'bank-reconciliation': '/reports/bank-reconciliation',
  'receivables-unraised': '/reports/contracts',
  'receivables-overdue': '/reports/arrears',
  'contracts-expired': '/reports/expiring-contracts',
  depreciation: '/reports/depreciation',
  'asset-cards': '/reports/asset-cards',
}

/** Where it is put right by a form; its month is that of the page. */
const forms: Record<string, string> = { depreciation: 'propose-depreciation', 'receivables-unraised': 'propose-receivables' }

export interface Check {
  check: string
  name: string
  state: 'ok' | 'warning' | 'stops'
  stateText: string
  detail: string
  /** Where it is put right; undefined where nothing is to be done, or where another month is meant. */
  way?: string
}

/** A way leads to a form where this person may hand it in, and to a report only where it may be seen. */
export function wayOf(check: string, reports: string[], may: (request: string) => boolean): string | undefined {
  const form = forms[check]
  if (form && may(form)) return `/tasks/${form}`
  const way = ways[check]
  if (way?.startsWith('/closing')) return may('propose-closing') ? way : undefined
  const report = way?.startsWith('/reports/') ? way.slice('/reports/'.length) : way?.startsWith('/vouchers') ? 'voucher-list' : undefined
  return report && !reports.includes(report) ? undefined : way
}
