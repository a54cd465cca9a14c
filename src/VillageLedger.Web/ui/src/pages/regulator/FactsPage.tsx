import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Input, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useFact, useNow } from '../../api'
import { Empty, Later, Page, ProblemNote, useAddress } from '../../frame'
import { FactView } from './FactView'
import './regulator.css'

/** The records one by one, as they are stored. */
export default function FactsPage() {
  const { t } = useTranslation('regulator')
  const { position: given } = useParams()
  const navigate = useNavigate()
  const addressOf = useAddress()
  const now = useNow()
  const newest = now.data?.position ?? 0
  const position = given && /^\d{1,15}$/.test(given) ? Number(given) : null
  const fact = useFact(position)
  const [typed, setTyped] = useState(given ?? '')
  useEffect(() => setTyped(given ?? ''), [given])
  const go = (to: number) => void navigate(addressOf(`/facts/${to}`))
  return (
    <Page title={t('facts')} subject={t('facts-what', { newest })}>
      <form
        className="vl-operation-filter"
        onSubmit={event => {
          event.preventDefault()
          if (/^\d{1,15}$/.test(typed.trim())) go(Number(typed))
        }}
      >
        <Button icon={<LeftOutlined />} aria-label={t('fact-before')} disabled={position === null || position <= 1} onClick={() => go(position! - 1)} />
        <label className="vl-option">
          {t('position')}
          <Input className="vl-operation-field" inputMode="numeric" value={typed} onChange={event => setTyped(event.target.value)} />
        </label>
        <Button icon={<RightOutlined />} aria-label={t('fact-after')} disabled={position === null || position >= newest} onClick={() => go(position! + 1)} />
        <Button type="primary" htmlType="submit">
          {t('show')}
        </Button>
        <Button disabled={newest === 0} onClick={() => go(newest)}>
          {t('fact-newest')}
        </Button>
      </form>
      {position === null ? (
        <Empty text={t('fact-choose')} />
      ) : fact.error ? (
        <ProblemNote problem={fact.error} onRetry={() => void fact.refetch()} />
      ) : fact.data ? (
        <FactView fact={fact.data} />
      ) : (
        <Later>
          <Skeleton active />
        </Later>
      )}
    </Page>
  )
}
