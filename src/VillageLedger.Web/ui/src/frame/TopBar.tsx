import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useIsPhone } from '../media'
import { useAddress } from './address'
import { Find } from './Find'
import { WhenChip } from './WhenChip'
import { WherePicker } from './WherePicker'
import { WhoMenu } from './WhoMenu'

const JobsTray = lazy(() => import('../jobs/JobsTray'))

/** Where, when and who: always there, and always true of the figures below. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation('frame')
  const isPhone = useIsPhone()
  const addressOf = useAddress()
  return (
    <header className="vl-top">
      {isPhone && <Button type="text" icon={<MenuOutlined />} onClick={onMenu} aria-label={t('navigation')} />}
      <Link to={addressOf('/')} className="vl-name">
        {t('name')}
      </Link>
      <div className="vl-where">
        <WherePicker />
      </div>
      <WhenChip />
      <div className="vl-who">
        {!isPhone && <Find />}
        <Suspense fallback={null}>
          <JobsTray />
        </Suspense>
        <WhoMenu />
      </div>
    </header>
  )
}
