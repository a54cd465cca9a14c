import { Divider } from 'antd'
import { KnownAtSlider } from './KnownAtSlider'
import { PeriodPicker } from './PeriodPicker'

/** The calendar of the accounting period above, the known-at clock below. */
export default function WhenPanel() {
  return (
    <div className="vl-when-panel">
      <PeriodPicker />
      <Divider size="small" />
      <KnownAtSlider />
    </div>
  )
}
