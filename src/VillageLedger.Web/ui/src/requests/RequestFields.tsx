import { AutoComplete, Button, Checkbox, DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { RequestField } from '../../build/requests'
import { periodText, useWhen } from '../frame'
import { newIds } from './groups'
import { isEmpty } from './read'
import type { Choice, Offers } from './offers'
import { useRequestWords } from './words'

type Path = (string | number)[]

interface Props {
  request: string
  fields: RequestField[]
  /** Where these fields stand in what is typed. */
  path?: Path
  /** Where antd looks for them: relative to the list they stand in. */
  at?: Path
  offers: Offers
  /** Fields of the request that the page fills. */
  given?: Record<string, unknown>
}

/** The fields of a request, each asked for as its kind wants it. */
export function RequestFields({ fields, given = {}, ...rest }: Props) {
  return (
    <div className="vl-request-fields">
      {fields
        .filter(field => !(field.name in given))
        .map(field => (
          <OneField key={field.name} field={field} {...rest} />
        ))}
    </div>
  )
}

function OneField({ field, request, path = [], at = path, offers }: Omit<Props, 'fields' | 'given'> & { field: RequestField }) {
  const { t } = useTranslation('requests')
  const { fieldName, wordName } = useRequestWords(request)
  const { i18n } = useTranslation()
  const form = Form.useFormInstance()
  const begun = Form.useWatch([...path, field.name], { form, preserve: true }) as unknown
  const label = fieldName(field.name)
  if (field.kind === 'list') return <ListField field={field} request={request} path={path} at={at} offers={offers} label={label} />
  if (field.kind === 'object')
    return (
      <fieldset className="vl-request-group">
        <legend>{label}</legend>
        <RequestFields request={request} fields={field.isNeeded || !isEmpty(begun) ? field.fields! : field.fields!.map(one => ({ ...one, isNeeded: false }))} path={[...path, field.name]} at={[...at, field.name]} offers={offers} />
      </fieldset>
    )
  const name = [...at, field.name]
  const { period } = useWhen()
  const isNew = newIds.has(`${request}.${field.name}`)
  if (field.kind === 'flag')
    return (
      <Form.Item name={name} valuePropName="checked" className="vl-request-flag">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    )
  if (field.kind === 'date' || field.kind === 'month') {
    const pattern = field.kind === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM'
    return (
      <Form.Item
        name={name}
        label={label}
        required={field.isNeeded}
        getValueProps={(value: string | undefined) => ({ value: value ? dayjs(value) : undefined })}
        normalize={(day: Dayjs | null) => day?.format(pattern)}
      >
        <DatePicker picker={field.kind} className="vl-request-wide" onKeyDown={event => event.key === 'Enter' && event.preventDefault()} />
      </Form.Item>
    )
  }
  return (
    <Form.Item name={name} label={label} required={field.isNeeded} extra={isNew && field.kind === 'text' ? t('id-what') : field.kind === 'voucher' ? t('vouchers-of', { period: periodText(period, i18n.language) }) : undefined}>
      {controlOf(field, isNew ? [] : offers.of(field), word => wordName(field.name, word), t)}
    </Form.Item>
  )
}

function controlOf(field: RequestField, choices: Choice[], wordName: (word: string) => string, t: (key: string) => string) {
  const search = { filterOption: (typed: string, one?: unknown) => String((one as { words?: string } | undefined)?.words ?? '').includes(typed.toLowerCase()) }
  if (field.kind === 'word' || (field.kind === 'words' && field.words))
    return <Select allowClear={!field.isNeeded} mode={field.kind === 'words' ? 'multiple' : undefined} options={field.words!.map(word => ({ value: word, label: wordName(word) }))} popupMatchSelectWidth={false} />
  if (field.kind === 'either')
    return (
      <Select
        allowClear
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
      />
    )
  if (field.kind === 'accounts' || field.kind === 'words') return <Select mode={choices.length > 0 && field.kind === 'accounts' ? 'multiple' : 'tags'} options={choices} showSearch={search} popupMatchSelectWidth={320} />
  if (field.kind === 'fen' || field.kind === 'ppm') return <Input inputMode="decimal" autoComplete="off" suffix={t(`unit.${field.kind}`)} className="vl-request-figure" />
  if (field.kind === 'whole' || field.kind === 'thousandths') return <Input inputMode="decimal" autoComplete="off" className="vl-request-figure" />
  if (field.kind === 'voucher') return <Select allowClear={!field.isNeeded} options={choices} showSearch={search} popupMatchSelectWidth={480} notFoundContent={t('vouchers-none')} />
  if (choices.length > 0 && field.kind === 'text' && field.name !== 'scope' && field.name !== 'place') return <Select allowClear={!field.isNeeded} options={choices} showSearch={search} popupMatchSelectWidth={320} />
  if (choices.length > 0 && field.kind !== 'text') return <Select allowClear={!field.isNeeded} options={choices} showSearch={search} popupMatchSelectWidth={320} optionRender={({ data }) => <Offered choice={data as unknown as Choice} />} />
  if (choices.length > 0) return <AutoComplete options={choices} showSearch={search} popupMatchSelectWidth={320} />
  return <Input autoComplete="off" maxLength={field.max} />
}

function Offered({ choice }: { choice: Choice }) {
  const id = choice.value.slice(choice.value.indexOf('/') + 1)
  return (
    <span className="vl-request-choice">
      <span>{choice.label}</span>
      {!choice.label.includes(id) && <small className="vl-quiet">{id}</small>}
    </span>
  )
}

function ListField({ field, request, path = [], at = path, offers, label }: Omit<Props, 'fields' | 'given'> & { field: RequestField; label: string }) {
  const { t } = useTranslation('requests')
  return (
    <fieldset className="vl-request-group">
      <legend>
        {label}
        {field.isNeeded && <span aria-hidden="true"> *</span>}
      </legend>
      <Form.List name={[...at, field.name]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row, i) => (
              <div key={row.key} className="vl-request-row" role="group" aria-label={t('row', { number: i + 1 })}>
                <RequestFields request={request} fields={field.fields!} path={[...path, field.name, row.name]} at={[row.name]} offers={offers} />
                <Button size="small" aria-label={t('remove-row', { number: i + 1 })} onClick={() => remove(row.name)}>
                  ×
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button size="small" onClick={() => add({})}>
              {t('add-row')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
