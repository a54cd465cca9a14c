import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMarks, type Mark } from '../api'
import { monthText } from './when'
import { useWhere } from './where'

const stepMs = 1_600

interface Step {
  month: string
  position: number
}

/** History month by month: what was known when each month was closed, the first to the last, then now. */
export function Play() {
  const { t, i18n } = useTranslation('frame')
  const { owner } = useWhere()
  const marks = useMarks(owner)
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

/** The last closing of each month, in the order of months. */
export function stepsOf(marks: Mark[]): Step[] {
  const closed = new Map<string, number>()
  for (const mark of marks) {
    const month = mark.kind === 'month-closed' ? /\d{4}-\d{2}/.exec(mark.text)?.[0] : undefined
    if (month) closed.set(month, Math.max(mark.position, closed.get(month) ?? 0))
  }
  return [...closed].map(([month, position]) => ({ month, position })).sort((a, b) => a.month.localeCompare(b.month))
}
