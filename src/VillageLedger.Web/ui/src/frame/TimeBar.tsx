import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { prefer } from '../preferences'
import { KnownAtSlider } from './KnownAtSlider'
import { Play } from './Play'

/** The known-at clock above the page, where dragging it covers no figure. */
export default function TimeBar() {
  const { t } = useTranslation('frame')
  return (
    <div className="vl-time-bar">
      <KnownAtSlider />
      <Play />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('unpin-time')} title={t('unpin-time')} onClick={() => prefer({ isTimePinned: false })} />
    </div>
  )
}
