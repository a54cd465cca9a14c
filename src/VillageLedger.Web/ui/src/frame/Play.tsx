import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { stepsOf, type Step } from './closings'
import { useMarksHere } from './placeOfPage'
import { monthText } from './when'

const stepMs = 1_600

/** History month by month: what was known when each month was closed, the first to the last, then now. */
export function Play() {
  const { t, i18n } = useTranslation('frame')
  const marks = useMarksHere()
  const [, setSearch] = useSearchParams()
  const [at, setAt] = useState<number | null>(null)
  const [movesPeriod, setMovesPeriod] = useState(true)
  const steps = stepsOf(marks.data ?? [])
  const show = useRef<(step: Step | undefined) => void>(undefined)
  show.current = step =>
    setSearch(
      before => {
        const after = new URLSearchParams(before)
        if (!step) {
          after.delete('at')
          return after
        }
        after.set('at', String(step.position))
        if (movesPeriod) {
          for (const name of ['year', 'from', 'to']) after.delete(name)
          after.set('month', step.month)
        }
        return after
      },
      { replace: true },
    )

  const count = steps.length
  const latest = useRef(steps)
  latest.current = steps
  useEffect(() => {
    if (at === null) return
    show.current?.(latest.current[at])
    const timer = setTimeout(() => setAt(at < count ? at + 1 : null), stepMs)
    return () => clearTimeout(timer)
  }, [at, count])

  if (count === 0) return null
  const step = at === null ? undefined : steps[at]
  return (
    <Space wrap>
      <Button icon={at === null ? <CaretRightOutlined /> : <PauseOutlined />} onClick={() => setAt(at === null ? 0 : null)}>
        {at === null ? t('play') : t('play-stop', { month: step ? monthText(step.month, i18n.language) : t('now') })}
      </Button>
      <Checkbox checked={movesPeriod} onChange={event => setMovesPeriod(event.target.checked)}>
        {t('play-period')}
      </Checkbox>
    </Space>
  )
}
