import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useOwners } from '../../api'
import { Empty, Later, momentText, Page, ProblemNote } from '../../frame'
import { NewUser } from './NewUser'
import { UserDrawer } from './UserDrawer'
import { placesOf, useUsers, type User } from './users'
import './users.css'

/** Who may use the ledger and as what. Whoever manages users sees no money. */
export default function UsersPage() {
  const { t } = useTranslation('users')
  const users = useUsers()
  const [search, setSearch] = useSearchParams()
  const [filter, setFilter] = useState('')
  const [isAdding, setAdding] = useState(false)
  const open = (user: string | undefined) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      if (user === undefined) after.delete('user')
      else after.set('user', user)
      return after
    })
  const words = filter.trim().toLowerCase()
  const shown = (users.data ?? []).filter(one => !words || `${one.user} ${one.name} ${one.roles.map(role => `${t(`frame:role.${role.role}`)} ${role.at}`).join(' ')}`.toLowerCase().includes(words))
  const chosen = users.data?.find(one => one.user === search.get('user'))
  return (
    <Page
      title={t('users')}
      subject={t('users-what')}
      actions={
        <>
          <Input.Search allowClear className="vl-users-filter" aria-label={t('find')} placeholder={t('find')} value={filter} onChange={event => setFilter(event.target.value)} />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('new-user')}
          </Button>
        </>
      }
    >
      {users.error ? (
        <ProblemNote problem={users.error} onRetry={() => void users.refetch()} />
      ) : !users.data ? (
        <Later>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Later>
      ) : shown.length === 0 ? (
        <Empty text={t(words ? 'nobody-found' : 'nobody')} />
      ) : (
        <UserTable users={shown} onOpen={open} />
      )}
      {isAdding && (
        <NewUser
          onClose={added => {
            setAdding(false)
            if (added) open(added)
          }}
        />
      )}
      {chosen && <UserDrawer user={chosen} onClose={() => open(undefined)} />}
    </Page>
  )
}

function UserTable({ users, onOpen }: { users: User[]; onOpen: (user: string) => void }) {
  const { t } = useTranslation(['users', 'frame'])
  const { data: owners = [] } = useOwners()
  const names = new Map(placesOf(owners, name => t('frame:whole-place', { name })).map(one => [one.value, one.label]))
  return (
    <table className="vl-user-table">
      <thead>
        <tr>
          {(['user', 'name', 'roles', 'state', 'last-seen'] as const).map(name => (
            <th key={name} scope="col">
              {t(`users:column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {users.map(one => (
          <tr key={one.user} data-disabled={one.isDisabled || undefined}>
            <td data-label={t('users:column.user')}>
              <button type="button" className="vl-user-link" onClick={() => onOpen(one.user)}>
                {one.user}
              </button>
            </td>
            <td data-label={t('users:column.name')}>{one.name}</td>
            <td data-label={t('users:column.roles')}>
              {one.roles.map(role => (
                <Tag key={`${role.role} ${role.at}`}>
                  {t(`frame:role.${role.role}`)} · {names.get(role.at) ?? role.at}
                </Tag>
              ))}
            </td>
            <td data-label={t('users:column.state')}>{[one.isDisabled && t('users:disabled'), one.mustChangePassword && t('users:must-change'), one.hasTotp && t('users:has-totp')].filter(Boolean).join(t('users:comma')) || t('users:in-order')}</td>
            <td data-label={t('users:column.last-seen')}>{momentText(one.lastSeenAt) || t('users:never')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
