import { DeleteOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwners } from '../../api'
import { momentText, ProblemNote } from '../../frame'
import { isPlace, placesOf, roleNames, useDesk, userPath, type User } from './users'

/** What a user is, and where; given by whom and when. */
export function Roles({ user, isSelf }: { user: User; isSelf: boolean }) {
  const { t } = useTranslation(['users', 'frame'])
  const { act, isBusy, problem } = useDesk()
  const { data: owners = [] } = useOwners()
  const [role, setRole] = useState<string>('accountant')
  const [at, setAt] = useState('')
  const path = `${userPath(user.user)}/grants`
  const choices = placesOf(owners, name => t('frame:whole-place', { name }))
  const nameOf = (place: string) => choices.find(one => one.value === place)?.label ?? place
  const give = async () => {
    if (await act<User>(path, { method: 'POST', body: { role, at: at.trim() } })) setAt('')
  }
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t('users:column.roles')}</h2>
      {user.roles.length === 0 && <p className="vl-quiet">{t('users:no-roles')}</p>}
      <ul className="vl-user-roles">
        {user.roles.map(one => (
          <li key={`${one.role} ${one.at}`}>
            <span>
              <strong>{t(`frame:role.${one.role}`)}</strong> {nameOf(one.at)}
              <small className="vl-quiet"> {t('users:given', { by: one.givenBy, at: momentText(one.givenAt) })}</small>
            </span>
            {!isSelf && (
              <Popconfirm title={t('users:take-sure', { role: t(`frame:role.${one.role}`), at: one.at })} okText={t('users:take')} onConfirm={() => act(path, { method: 'DELETE', query: { role: one.role, at: one.at } })}>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('users:take-role', { role: t(`frame:role.${one.role}`), at: one.at })} />
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {!isSelf && (
        <div className="vl-user-give">
          <Select aria-label={t('users:role')} value={role} onChange={setRole} options={roleNames.map(value => ({ value, label: t(`frame:role.${value}`) }))} />
          <AutoComplete
            aria-label={t('users:at')}
            placeholder={t('users:at-what')}
            value={at}
            onChange={setAt}
            options={choices}
            showSearch={{ filterOption: (typed, choice) => (choice as unknown as { words: string }).words.includes(typed.toLowerCase()) }}
          />
          <Button type="primary" loading={isBusy} disabled={!isPlace(at.trim())} onClick={() => void give()}>
            {t('users:give')}
          </Button>
        </div>
      )}
      <ProblemNote problem={problem} />
    </section>
  )
}
