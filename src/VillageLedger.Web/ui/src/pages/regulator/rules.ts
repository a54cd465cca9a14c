import { useQuery } from '@tanstack/react-query'
import { callJson } from '../../api'

export interface Rule {
  kind: string
  name: string
  /** SHA-256 of its text. */
  version: string
  source?: string
  adoptedAt: string
  /** Of the fact that adopted it. */
  position: number
}

export interface RuleText {
  rule: Rule
  text: string
  /** Every adoption in its order; the last one is in force. */
  versions: Rule[]
}

export function useRules() {
  return useQuery({ queryKey: ['rules'], queryFn: () => callJson<Rule[]>('/rules'), staleTime: 60_000 })
}

/** A rule is addressed by `kind/name`; a name may hold a stroke itself. */
export function rulePath(rule: string): string {
  const kind = rule.slice(0, rule.indexOf('/'))
  const name = rule.slice(rule.indexOf('/') + 1)
  return `/rules/${encodeURIComponent(kind)}/${encodeURIComponent(name)}`
}

export function useRuleText(rule: string, version: string | undefined) {
  return useQuery({ queryKey: ['rule', rule, version], queryFn: () => callJson<RuleText>(rulePath(rule), { query: { version } }), staleTime: 60_000 })
}

export function groupsOf(rules: Rule[]): [string, Rule[]][] {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) groups.set(rule.kind, [...(groups.get(rule.kind) ?? []), rule])
  return [...groups]
}

/** The text as a table where it is comma- or tab-separated with a head; else undefined. Lines beginning with # are its source. */
export function tableOf(text: string): string[][] | undefined {
  const lines = text.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'))
  const separator = lines[0]?.includes('\t') ? '\t' : ','
  if (lines.length < 2 || !lines[0]!.includes(separator) || lines.some(line => line.includes('"'))) return undefined
  const rows = lines.map(line => line.split(separator))
  return rows.every(row => row.length === rows[0]!.length) ? rows : undefined
}
