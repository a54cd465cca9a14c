import { PushpinOutlined } from '@ant-design/icons'
import { Button, Divider } from 'antd'
import { useTranslation } from 'react-i18next'
import { prefer, usePreferences } from '../preferences'
import { KnownAtSlider } from './KnownAtSlider'
import { PeriodPicker } from './PeriodPicker'
import { Play } from './Play'

/** The calendar of the accounting period above, the known-at clock below. */
export default function WhenPanel() {
  const { t } = useTranslation('frame')
  const { isTimePinned } = usePreferences()
  return (
    <div className="vl-when-panel">
      <PeriodPicker />
      {!isTimePinned && (
        <>
          <Divider size="small" />
          <KnownAtSlider />
          <Divider size="small" />
          <Play />
        </>
      )}
      <Button type="link" icon={<PushpinOutlined />} onClick={() => prefer({ isTimePinned: !isTimePinned })}>
        {isTimePinned ? t('unpin-time') : t('pin-time')}
      </Button>
    </div>
  )
}
