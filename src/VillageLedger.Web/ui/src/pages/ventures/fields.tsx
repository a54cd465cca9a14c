import { DatePicker, Form, Input, type FormInstance } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../../api'
import { problemText } from '../../frame'
import { parsePercent, parseYuan, plainYuan } from '../../money'

type Path = string | number | (string | number)[]

interface FieldProps {
  name: Path
  label: ReactNode
  extra?: ReactNode
  optional?: boolean
}

/** An amount in yuan, typed as text; shown again as it is understood. */
export function MoneyField({ name, label, extra, optional, allowsNegative }: FieldProps & { allowsNegative?: boolean }) {
  const { t } = useTranslation('ventures')
  const isGood = (text: string) => {
    const fen = parseYuan(text)
    return fen !== undefined && (allowsNegative ? fen !== 0 : fen > 0)
  }
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      required={!optional}
      validateTrigger="onBlur"
      rules={[
        {
          validator: (_, text: string | undefined) =>
            !text?.trim() ? (optional ? Promise.resolve() : Promise.reject(new Error(t('field.amount-needed')))) : isGood(text) ? Promise.resolve() : Promise.reject(new Error(t('field.amount-bad'))),
        },
      ]}
    >
      <Input inputMode="decimal" autoComplete="off" suffix={t('yuan')} className="vl-money" />
    </Form.Item>
  )
}

export function PercentField({ name, label, extra }: FieldProps) {
  const { t } = useTranslation('ventures')
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      required
      validateTrigger="onBlur"
      rules={[{ validator: (_, text: string | undefined) => (parsePercent(text) === undefined ? Promise.reject(new Error(t('field.percent-bad'))) : Promise.resolve()) }]}
    >
      <Input inputMode="decimal" autoComplete="off" suffix="%" className="vl-money" />
    </Form.Item>
  )
}

const dated = {
  getValueProps: (value: string | undefined) => ({ value: value ? dayjs(value) : undefined }),
}

export function DateField({ name, label, extra, optional }: FieldProps) {
  const { t } = useTranslation('ventures')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !optional, message: t('field.date-needed') }]} {...dated} normalize={(day: Dayjs | null) => day?.format('YYYY-MM-DD')}>
      <DatePicker className="vl-wide" />
    </Form.Item>
  )
}

export function MonthField({ name, label, extra, optional }: FieldProps) {
  const { t } = useTranslation('ventures')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !optional, message: t('field.month-needed') }]} {...dated} normalize={(day: Dayjs | null) => day?.format('YYYY-MM')}>
      <DatePicker picker="month" className="vl-wide" />
    </Form.Item>
  )
}

export function TextField({ name, label, extra, optional, max = 200 }: FieldProps & { max?: number }) {
  const { t } = useTranslation('ventures')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !optional, whitespace: !optional, message: t('field.text-needed') }]}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  )
}

/** What was refused stands at the field that it is about; the rest is left to a note above the form. */
export function useRefusedFields(form: FormInstance, problem: ApiProblem | null, fields: Record<string, Path>): boolean {
  const { t } = useTranslation('frame')
  const named = problem ? fields[problem.code] : undefined
  // A field that is not shown now (its part of the form is folded) can say nothing.
  const field = named !== undefined && form.getFieldInstance(named as never) ? named : undefined
  useEffect(() => {
    if (!problem || field === undefined) return
    form.setFields([{ name: field as never, errors: [problemText(problem, t)] }])
    form.scrollToField(field as never, { block: 'center' })
  }, [form, problem, field, t])
  return field !== undefined
}

export const fenOf = (text: string | undefined) => parseYuan(text ?? '')
export const typed = (fen: number | undefined) => (fen === undefined ? undefined : plainYuan(fen))
