import { Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Empty, Later, momentText, Page, ProblemNote, useAddress } from '../../frame'
import { RuleDrawer } from './RuleDrawer'
import { groupsOf, useRules, type Rule } from './rules'
import { Thresholds } from './Thresholds'
import './regulator.css'

/** What the figures are worked out by: each rule with its version, where it comes from, and the record that put it in force. */
export default function RulesPage() {
  const { t } = useTranslation('regulator')
  const rules = useRules()
  const [filter, setFilter] = useState('')
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('rule')
  const open = (rule: string | undefined) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      if (rule === undefined) after.delete('rule')
      else after.set('rule', rule)
      return after
    })
  const kindText = (kind: string) => t(`rule-kind.${kind}`, { defaultValue: kind })
  const words = filter.trim().toLowerCase()
  const shown = (rules.data ?? []).filter(rule => !words || `${kindText(rule.kind)} ${rule.kind} ${rule.name} ${rule.source ?? ''} ${rule.version}`.toLowerCase().includes(words))
  return (
    <Page title={t('rules')} subject={t('rules-what')} actions={<Input.Search allowClear aria-label={t('find')} placeholder={t('find')} value={filter} onChange={event => setFilter(event.target.value)} />}>
      {rules.error ? (
        <ProblemNote problem={rules.error} onRetry={() => void rules.refetch()} />
      ) : !rules.data ? (
        <Later>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Later>
      ) : shown.length === 0 ? (
        <Empty text={t(words ? 'no-rule-found' : 'no-rules')} />
      ) : (
        groupsOf(shown).map(([kind, some]) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{kindText(kind)}</h2>
            <RuleTable rules={some} onOpen={open} />
          </section>
        ))
      )}
      <Thresholds />
      {chosen && <RuleDrawer rule={chosen} onClose={() => open(undefined)} />}
    </Page>
  )
}

function RuleTable({ rules, onOpen }: { rules: Rule[]; onOpen: (rule: string) => void }) {
  const { t } = useTranslation('regulator')
  const addressOf = useAddress()
  const nameText = (name: string) =>
    name
      .split('/')
      .map(part => t(`rule-name.${part}`, { defaultValue: part }))
      .join(' · ')
  return (
    <table className="vl-plain vl-rules">
      <thead>
        <tr>
          {(['name', 'source', 'version', 'adopted', 'position'] as const).map(name => (
            <th key={name} scope="col" data-number={name === 'position' || undefined}>
              {t(`rule.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map(rule => (
          <tr key={rule.name}>
            <td data-label={t('rule.name')}>
              <button type="button" className="vl-link" onClick={() => onOpen(`${rule.kind}/${rule.name}`)}>
                {nameText(rule.name)}
              </button>
            </td>
            <td data-label={t('rule.source')} className="vl-rule-source">
              <span title={rule.source}>{rule.source}</span>
            </td>
            <td data-label={t('rule.version')}>
              <code title={rule.version}>{rule.version.slice(0, 8)}</code>
            </td>
            <td data-label={t('rule.adopted')}>{momentText(rule.adoptedAt)}</td>
            <td data-number data-label={t('rule.position')}>
              <Link to={addressOf(`/facts/${rule.position}`)}>{rule.position}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
