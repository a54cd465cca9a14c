import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { momentText, useAddress } from '../../frame'
import { useActionTitles, type Operation } from './operations'

export function OperationTable({ rows, isStale }: { rows: Operation[]; isStale: boolean }) {
  const { t } = useTranslation('regulator')
  const addressOf = useAddress()
  const titles = useActionTitles()
  const columns = ['number', 'at', 'user', 'address', 'action', 'content', 'outcome', 'position'] as const
  return (
    <div className="vl-plain-box" role="region" tabIndex={0} aria-label={t('operations')} data-stale={isStale || undefined}>
      <table className="vl-plain vl-operations">
        <thead>
          <tr>
            {columns.map(name => (
              <th key={name} scope="col" data-number={name === 'number' || name === 'position' || undefined}>
                {t(`operation.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.number} title={`SHA-256 ${row.hash}`}>
              <td data-number data-label={t('operation.number')}>
                {row.number}
              </td>
              <td data-label={t('operation.at')}>{momentText(row.at)}</td>
              <td data-label={t('operation.user')}>{row.user}</td>
              <td data-label={t('operation.address')}>{row.address}</td>
              <td data-label={t('operation.action')}>{[titles.of(row.action), row.target].filter(Boolean).join(' ')}</td>
              <td data-label={t('operation.content')} className="vl-operation-content">
                {contentText(row.content)}
              </td>
              <td data-label={t('operation.outcome')}>{[t(`operation-outcome.${row.outcome}`, { defaultValue: row.outcome }), row.status].filter(Boolean).join(' ')}</td>
              <td data-number data-label={t('operation.position')}>
                {row.position !== undefined && <Link to={addressOf(`/facts/${row.position}`)}>{row.position}</Link>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Options as they were asked, without the signs between them; how an answer was written says nothing. */
function contentText(content: string | undefined): string {
  try {
    const asked = JSON.parse(content ?? '') as unknown
    if (asked === null || typeof asked !== 'object' || Array.isArray(asked)) return content ?? ''
    return Object.entries(asked)
      .filter(([name, value]) => name !== 'lang' && !(name === 'format' && value === 'view'))
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(' · ')
  } catch {
    return content ?? ''
  }
}
