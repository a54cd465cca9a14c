import { CalendarOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Popover, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../media'
import { useKnownAt } from './knownAt'
import { periodText, useWhen } from './when'

const WhenPanel = lazy(() => import('./WhenPanel'))

/** Both clocks in one chip: 2025年6月 · 截至现在. */
export function WhenChip() {
  const { t, i18n } = useTranslation('frame')
  const { period, isHistoric } = useWhen()
  const knownAt = useKnownAt()
  const isPhone = useIsPhone()
  const [isOpen, setOpen] = useState(false)
  const known = isHistoric ? t('known-at', { moment: knownAt }) : t('known-now')
  const text = periodText(period, i18n.language)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement={isPhone ? 'bottomRight' : 'bottomLeft'}
      content={
        <Suspense fallback={<Skeleton active className="vl-when-panel" />}>
          <WhenPanel />
        </Suspense>
      }
    >
      <Button className="vl-when" icon={isHistoric ? <HistoryOutlined /> : <CalendarOutlined />} aria-haspopup="dialog" aria-expanded={isOpen} aria-label={`${t('when')}: ${text} · ${known}`}>
        {isPhone ? text : `${text} · ${known}`}
      </Button>
    </Popover>
  )
}
