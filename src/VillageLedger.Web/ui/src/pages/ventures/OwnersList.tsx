import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Owner } from '../../api'
import { Empty, Page, useAddress, useWhere } from '../../frame'
import './ventures.css'

interface Props {
  kind: 'venture' | 'company'
  title: string
  empty: string
  /** What stands below a name. */
  about?: (owner: Owner) => ReactNode
  acts?: ReactNode
}

/** Ventures or companies that this person sees, each leading to its page. */
export function OwnersList({ kind, title, empty, about, acts }: Props) {
  const { t } = useTranslation('ventures')
  const addressOf = useAddress()
  const { owners } = useWhere()
  const listed = owners.filter(one => one.kind === kind)
  const base = kind === 'venture' ? '/ventures/' : '/companies/'
  return (
    <Page title={title} subject={t('count', { count: listed.length })} actions={acts}>
      {listed.length === 0 ? (
        <Empty text={empty} />
      ) : (
        <ul className="vl-owners-list">
          {listed.map(one => (
            <li key={one.owner}>
              <Link to={addressOf(base + one.owner.slice(kind.length + 1), { owner: one.owner, month: undefined })}>{one.name}</Link>
              {one.countyName && <p>{[one.countyName, one.townshipName].filter(Boolean).join(' › ')}</p>}
              {one.firstMonth && <p>{t(one.closedThrough ? 'book-since-closed' : 'book-since', { month: one.firstMonth, closed: one.closedThrough })}</p>}
              {about?.(one)}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
