import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented, Space } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { lastMonth, useWhen, type Period } from './when'

/** A month, a year, or a range of months. */
export function PeriodPicker() {
  const { t } = useTranslation('frame')
  const { period, setPeriod } = useWhen()
  const choose = (kind: Period['kind']) => setPeriod(turned(period, kind))
  return (
    <section aria-label={t('period')} className="vl-column">
      <Segmented<Period['kind']>
        value={period.kind}
        onChange={choose}
        options={(['month', 'year', 'range'] as const).map(kind => ({ value: kind, label: t(`period.${kind}`) }))}
        aria-label={t('period')}
      />
      <Space.Compact>
        <Button icon={<LeftOutlined />} aria-label={t('period-before')} onClick={() => setPeriod(moved(period, -1))} />
        {period.kind === 'month' && (
          <DatePicker picker="month" value={dayjs(period.month)} allowClear={false} aria-label={t('period.month')} onChange={day => day && setPeriod({ kind: 'month', month: day.format('YYYY-MM') })} />
        )}
        {period.kind === 'year' && (
          <DatePicker picker="year" value={dayjs(period.year)} allowClear={false} aria-label={t('period.year')} onChange={day => day && setPeriod({ kind: 'year', year: day.format('YYYY') })} />
        )}
        {period.kind === 'range' && (
          <DatePicker.RangePicker
            picker="month"
            value={[dayjs(period.from), dayjs(period.to)]}
            allowClear={false}
            onChange={days => {
              const [from, to] = days ?? []
              if (from && to) setPeriod({ kind: 'range', from: from.format('YYYY-MM'), to: to.format('YYYY-MM') })
            }}
          />
        )}
        <Button icon={<RightOutlined />} aria-label={t('period-after')} onClick={() => setPeriod(moved(period, 1))} />
      </Space.Compact>
    </section>
  )
}

export function turned(period: Period, kind: Period['kind']): Period {
  const month = lastMonth(period)
  if (kind === 'month') return { kind, month }
  const year = month.slice(0, 4)
  return kind === 'year' ? { kind, year } : { kind, from: period.kind === 'range' ? period.from : `${year}-01`, to: month }
}

/** The period before or after, as long as this one. */
export function moved(period: Period, steps: number): Period {
  const by = (month: string, months: number) => dayjs(month).add(months, 'month').format('YYYY-MM')
  if (period.kind === 'month') return { kind: 'month', month: by(period.month, steps) }
  if (period.kind === 'year') return { kind: 'year', year: String(Number(period.year) + steps) }
  const length = dayjs(period.to).diff(dayjs(period.from), 'month') + 1
  return { kind: 'range', from: by(period.from, steps * length), to: by(period.to, steps * length) }
}
