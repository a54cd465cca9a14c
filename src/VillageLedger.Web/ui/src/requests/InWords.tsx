import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestField } from '../../build/requests'
import type { Fields } from '../api'
import { yuan } from '../money'
import type { Offers } from './offers'
import { useRequestWords } from './words'

interface Props {
  request: string
  fields: RequestField[]
  values: Fields
  offers: Offers
}

/** What goes into a request, as somebody reads it before it is sent. */
export function InWords({ request, fields, values, offers }: Props) {
  const { t } = useTranslation('requests')
  const { fieldName, wordName } = useRequestWords(request)
  const shown = fields.filter(field => field.name in values)
  const say = (field: RequestField, value: unknown): ReactNode => {
    if (field.kind === 'list')
      return (
        <ol className="vl-request-said">
          {(value as Fields[]).map((row, i) => (
            <li key={i}>
              {field.fields!
                .filter(one => one.name in row)
                .map(one => `${fieldName(one.name)} ${plain(one, row[one.name])}`)
                .join('，')}
            </li>
          ))}
        </ol>
      )
    if (field.kind === 'object') return <InWords request={request} fields={field.fields!} values={value as Fields} offers={offers} />
    return plain(field, value)
  }
  const plain = (field: RequestField, value: unknown): string => {
    if (field.kind === 'fen') return `${yuan(value as number)} ${t('unit.fen')}`
    if (field.kind === 'ppm') return `${Number(value) / 10_000}%`
    if (field.kind === 'thousandths') return String(Number(value) / 1_000)
    if (field.kind === 'flag' || field.kind === 'either') return t(value ? 'yes' : 'no')
    if (field.kind === 'word') return wordName(field.name, String(value))
    if (field.kind === 'words' && field.words) return (value as string[]).map(word => wordName(field.name, word)).join('、')
    if (field.kind === 'whole' && field.name !== 'year') return Number(value).toLocaleString('en')
    if (Array.isArray(value)) return value.map(one => (typeof one === 'object' ? Object.values(one as object).join(' ') : called(field, String(one)))).join('、')
    return typeof value === 'object' && value !== null ? Object.values(value).join(' ') : called(field, String(value))
  }
  const called = (field: RequestField, value: string) => offers.of(field).find(one => one.value === value)?.label ?? offers.nameOf(value) ?? value
  return (
    <dl className="vl-request-words">
      {shown.map(field => (
        <div key={field.name}>
          <dt>{fieldName(field.name)}</dt>
          <dd>{say(field, values[field.name])}</dd>
        </div>
      ))}
    </dl>
  )
}
