import { DatePicker, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { momentAt } from '../../api'
import { recordText, useMarksHere } from '../../frame'

interface Props {
  label: string
  value: number | undefined
  onChange: (position: number) => void
}

/** A moment of the log: one of the marks, or the end of a day. */
export function MomentField({ label, value, onChange }: Props) {
  const { t } = useTranslation('books')
  const { t: frame } = useTranslation('frame')
  const marks = useMarksHere()
  const choices = (marks.data ?? []).map(mark => ({ value: mark.position, label: `${recordText(frame, mark)} ${mark.text}` })).reverse()
  if (value !== undefined && !choices.some(choice => choice.value === value)) choices.unshift({ value, label: t('record', { position: value }) })
  return (
    <Space wrap>
      <Select className="vl-moment" aria-label={label} placeholder={t('choose-moment')} value={value} options={choices} popupMatchSelectWidth={false} onChange={onChange} />
      <DatePicker aria-label={t('end-of-day')} placeholder={t('end-of-day')} disabledDate={day => day.isAfter(dayjs())} onChange={day => day && void momentAt(day.format('YYYY-MM-DD')).then(moment => onChange(moment.position))} />
    </Space>
  )
}
