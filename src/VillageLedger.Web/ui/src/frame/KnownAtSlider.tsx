import { StepBackwardOutlined, StepForwardOutlined } from '@ant-design/icons'
import { Button, DatePicker, Slider, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentAt, useMarks, useNow, type Mark } from '../api'
import { momentText } from './knownAt'
import { useWhen } from './when'
import { useWhere } from './where'

const settleMs = 180

/** What was known: a slider over the log with marks at month closings, allocations, dividends and corrections, and a field for a day. */
export function KnownAtSlider() {
  const { t } = useTranslation('frame')
  const { at, setAt } = useWhen()
  const { owner } = useWhere()
  const now = useNow()
  const marks = useMarks(owner)
  const last = now.data?.position ?? at ?? 0
  const [dragged, setDragged] = useSettled(at ?? last, position => setAt(position >= last ? undefined : position, true))
  const near = useMemo(() => markNear(marks.data ?? [], dragged, last), [marks.data, dragged, last])
  const before = marks.data?.findLast(mark => mark.position < dragged)
  const after = marks.data?.find(mark => mark.position > dragged)

  const goToDay = async (day: Dayjs | null) => {
    if (!day) return setAt(undefined)
    const { position } = await momentAt(day.format('YYYY-MM-DD'))
    setAt(position >= last ? undefined : position)
  }

  return (
    <section aria-label={t('known')} className="vl-column">
      <strong>{t('known')}</strong>
      <Slider
        min={0}
        max={Math.max(last, 1)}
        value={dragged}
        onChange={setDragged}
        marks={Object.fromEntries((marks.data ?? []).map(mark => [mark.position, { label: <span className="vl-slider-mark" data-kind={mark.kind} title={`${momentText(mark.recordedAt)} ${mark.text}`} /> }]))}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={t('known')}
        ariaValueTextFormatterForHandle={value => (value >= last ? t('now') : (near?.text ?? t('position', { position: value })))}
      />
      <p className="vl-near" aria-live="polite">
        {dragged >= last ? t('known-now') : near ? `${momentText(near.recordedAt)} ${near.text}` : t('position', { position: dragged })}
      </p>
      <Space wrap>
        <Button icon={<StepBackwardOutlined />} disabled={!before} onClick={() => before && setAt(before.position)} aria-label={t('mark-before')} />
        <Button icon={<StepForwardOutlined />} disabled={at === undefined} onClick={() => setAt(after?.position)} aria-label={t('mark-after')} />
        <DatePicker placeholder={t('known-day')} aria-label={t('known-day')} disabledDate={day => day.isAfter(dayjs())} onChange={day => void goToDay(day)} />
        <Button type="primary" disabled={at === undefined} onClick={() => setAt(undefined)}>
          {t('back-to-now')}
        </Button>
      </Space>
    </section>
  )
}

/** The mark that the handle stands on, or nearly: within a hundredth of the whole. */
export function markNear(marks: Mark[], position: number, last: number): Mark | undefined {
  const reach = Math.max(1, last / 100)
  let best: Mark | undefined
  for (const mark of marks) {
    const distance = Math.abs(mark.position - position)
    if (distance <= reach && (!best || distance < Math.abs(best.position - position))) best = mark
  }
  return best
}

/** A value that moves at once and is told to others when it rests. */
function useSettled(given: number, tell: (value: number) => void): [number, (value: number) => void] {
  const [value, setValue] = useState(given)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => setValue(given), [given])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    value,
    next => {
      setValue(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(next), settleMs)
    },
  ]
}
