import { StepBackwardOutlined, StepForwardOutlined } from '@ant-design/icons'
import { Button, DatePicker, Slider, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentAt, useNow, type Mark } from '../api'
import { recordText } from './knownAt'
import { markScale } from './markScale'
import { useMarksHere } from './placeOfPage'
import { useWhen } from './when'

const settleMs = 180

/** What was known: a slider over the log with marks at month closings, allocations, dividends and corrections, and a field for a day. */
export function KnownAtSlider() {
  const { t } = useTranslation('frame')
  const { at, setAt } = useWhen()
  const now = useNow()
  const marks = useMarksHere()
  const last = now.data?.position ?? at ?? 0
  const scale = useMemo(() => markScale((marks.data ?? []).map(mark => mark.position), last), [marks.data, last])
  const [handle, setHandle] = useSettled(scale.valueOf(at ?? last), value => setAt(value >= scale.most ? undefined : scale.positionAt(value), true))
  const isNow = handle >= scale.most
  const dragged = at !== undefined && scale.valueOf(at) === handle ? at : scale.positionAt(handle)
  const near = useMemo(() => markNear(marks.data ?? [], dragged), [marks.data, dragged])
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
        max={scale.most}
        value={handle}
        onChange={setHandle}
        // Where the handle stands for a record is not known before the marks are: what was dragged until then would mean another moment.
        disabled={!now.data || (!marks.data && !marks.error)}
        marks={Object.fromEntries((marks.data ?? []).map(mark => [scale.valueOf(mark.position), { label: <span className="vl-slider-mark" data-kind={mark.kind} title={`${recordText(t, mark)} ${mark.text}`} /> }]))}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={t('known')}
        ariaValueTextFormatterForHandle={() => (isNow ? t('now') : (near?.text ?? t('position', { position: dragged })))}
      />
      <p className="vl-near" aria-live="polite">
        {isNow ? t('known-now') : near ? `${recordText(t, near)} ${near.text}` : t('position', { position: dragged })}
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

/** The mark that the handle stands on: with the record beside it nothing else is known. */
export function markNear(marks: Mark[], position: number): Mark | undefined {
  return marks.find(mark => mark.position === position) ?? marks.find(mark => Math.abs(mark.position - position) === 1)
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
