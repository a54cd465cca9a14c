import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Space } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { momentAt, useNow } from '../api'
import { monthText } from './when'
import { useWhere } from './where'

const stepMs = 1_600

/** History month by month: what was known at the end of each, from the first month of the book until now. */
export function Play() {
  const { t, i18n } = useTranslation('frame')
  const { current } = useWhere()
  const now = useNow()
  const [, setSearch] = useSearchParams()
  const [month, setMonth] = useState<string | null>(null)
  const [movesPeriod, setMovesPeriod] = useState(true)
  const first = current?.firstMonth
  const last = now.data?.position

  useEffect(() => {
    if (!month || last === undefined) return
    let stopped = false
    const step = async () => {
      const { position } = await momentAt(dayjs(month).endOf('month').format('YYYY-MM-DD'))
      if (stopped) return
      setSearch(
        before => {
          const after = new URLSearchParams(before)
          if (position >= last) after.delete('at')
          else after.set('at', String(position))
          if (movesPeriod) {
            for (const name of ['year', 'from', 'to']) after.delete(name)
            after.set('month', month)
          }
          return after
        },
        { replace: true },
      )
      timer = setTimeout(() => !stopped && setMonth(position >= last ? null : dayjs(month).add(1, 'month').format('YYYY-MM')), stepMs)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    step().catch(() => setMonth(null))
    return () => {
      stopped = true
      clearTimeout(timer)
    }
    // The address moves with every step; the step is the month's alone.
  }, [month, last])

  if (!first) return null
  return (
    <Space wrap>
      <Button icon={month ? <PauseOutlined /> : <CaretRightOutlined />} onClick={() => setMonth(month ? null : first)}>
        {month ? t('play-stop', { month: monthText(month, i18n.language) }) : t('play')}
      </Button>
      <Checkbox checked={movesPeriod} onChange={event => setMovesPeriod(event.target.checked)}>
        {t('play-period')}
      </Checkbox>
    </Space>
  )
}
