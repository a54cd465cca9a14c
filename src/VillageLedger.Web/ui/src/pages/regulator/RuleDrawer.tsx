import { Drawer, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Later, momentText, ProblemNote, useAddress } from '../../frame'
import { useIsPhone } from '../../media'
import { tableOf, useRuleText } from './rules'

/** The text of a rule's version, as the program carries it. */
export function RuleDrawer({ rule, onClose }: { rule: string; onClose: () => void }) {
  const { t } = useTranslation('regulator')
  const isPhone = useIsPhone()
  const addressOf = useAddress()
  const [version, setVersion] = useState<string | undefined>(undefined)
  const text = useRuleText(rule, version)
  const table = text.data && tableOf(text.data.text)
  return (
    <Drawer open onClose={onClose} size={isPhone ? '100%' : 820} title={rule}>
      {text.error ? (
        <ProblemNote problem={text.error} onRetry={() => void text.refetch()} />
      ) : !text.data ? (
        <Later>
          <Skeleton active />
        </Later>
      ) : (
        <>
          {text.data.rule.source && <p>{text.data.rule.source}</p>}
          <p>
            {text.data.versions.length > 1 ? (
              <Select
                aria-label={t('rule.version')}
                className="vl-rule-version"
                value={text.data.rule.version}
                onChange={setVersion}
                options={text.data.versions.map(one => ({ value: one.version, label: `${momentText(one.adoptedAt)} · ${one.version.slice(0, 8)}` }))}
              />
            ) : (
              <span className="vl-quiet">{momentText(text.data.rule.adoptedAt)}</span>
            )}{' '}
            <Link to={addressOf(`/facts/${text.data.rule.position}`)}>{t('adopted-by', { position: text.data.rule.position })}</Link>
          </p>
          <p className="vl-hash">
            SHA-256 <code>{text.data.rule.version}</code>
          </p>
          {table ? <RuleRows rows={table} /> : (
            <pre className="vl-fact" tabIndex={0}>
              {text.data.text}
            </pre>
          )}
        </>
      )}
    </Drawer>
  )
}

function RuleRows({ rows: [head = [], ...rows] }: { rows: string[][] }) {
  return (
    <div className="vl-plain-box">
      <table className="vl-plain vl-keeps-columns">
        <thead>
          <tr>
            {head.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
