import { Checkbox, Form, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStream } from '../../api'
import { Ask } from './acts'
import type { Dividend } from './dividend'
import { DateField, TextField } from './fields'

interface Entered {
  body: string
  basis: string
  votesFor: string
  votesEntitled: string
  publishedOn?: string
  noticeOn?: string
  resolvedOn: string
  recordDate: string
  resolution: string
  agreedByAll?: boolean
  agreed?: Record<string, string>
  date?: string
}

const refusals = {
  'record-date-after-resolution': 'recordDate',
  'dividend-year-not-over': 'resolvedOn',
  'payment-before-resolution': 'date',
  'vote-basis-other': 'basis',
  'votes-beyond-entitled': 'votesFor',
  'vote-insufficient': 'votesFor',
  'notice-too-short': 'noticeOn',
  'book-month-closed': 'date',
  'month-not-yet-open': 'date',
}

/** The resolution: who voted, when it was announced, who held on which day. */
export function Resolve({ dividend, names }: { dividend: Dividend; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const isVillage = dividend.payer.startsWith('village/')
  return (
    <Ask<Entered>
      request="resolve-dividend"
      label={t('resolve')}
      title={t('resolve-title')}
      done={t('resolved')}
      type="primary"
      initial={{ body: t(isVillage ? 'body.village' : 'body.company'), basis: isVillage ? 'heads' : 'votingRights', recordDate: `${dividend.year}-12-31` }}
      refusals={refusals}
      fields={entered => fieldsOf(dividend.dividend, entered)}
    >
      <TextField name="body" label={t('body')} max={100} />
      <TextField name="resolution" label={t('resolution')} extra={t('resolution-what')} />
      <Form.Item name="basis" label={t('vote-basis')}>
        <Segmented aria-label={t('vote-basis')} options={(isVillage ? ['heads'] : ['votingRights']).map(value => ({ value, label: t(`vote-basis.${value}`) }))} />
      </Form.Item>
      <Votes name="votesFor" label={t('votes-for')} />
      <Votes name="votesEntitled" label={t('votes-entitled')} extra={t('votes-entitled-what')} />
      <DateField name="publishedOn" label={t('published-on')} extra={t(isVillage ? 'published-needed' : 'published-what')} optional={!isVillage} />
      <DateField name="noticeOn" label={t('notice-on')} extra={t('notice-what')} optional />
      <DateField name="resolvedOn" label={t('resolved-on')} />
      <DateField name="recordDate" label={t('record-date')} extra={t('record-date-what')} />
      <DateField name="date" label={t('voucher-date')} extra={t('resolve-date-what')} optional />
      {!isVillage && <Agreed payer={dividend.payer} names={names} />}
    </Ask>
  )
}

function Votes({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const { t } = useTranslation('ventures')
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, pattern: /^\d+$/, message: t('weight-bad') }]}>
      <Input inputMode="numeric" autoComplete="off" className="vl-money" />
    </Form.Item>
  )
}

/** Where all shareholders agreed on other shares than what they paid in. */
function Agreed({ payer, names }: { payer: string; names?: Record<string, string> }) {
  const { t } = useTranslation('ventures')
  const isAgreed = Form.useWatch('agreedByAll') as boolean | undefined
  const company = useStream('company', payer.slice('company/'.length))
  const known = { ...company.data?.names, ...names }
  return (
    <>
      <Form.Item name="agreedByAll" valuePropName="checked">
        <Checkbox>{t('agreed-by-all')}</Checkbox>
      </Form.Item>
      {isAgreed &&
        Object.keys(known)
          .filter(holder => holder !== payer)
          .map(holder => (
            <Form.Item key={holder} name={['agreed', holder]} label={known[holder]} rules={[{ pattern: /^\d*$/, message: t('weight-bad') }]}>
              <Input inputMode="numeric" autoComplete="off" className="vl-money" />
            </Form.Item>
          ))}
    </>
  )
}

function fieldsOf(dividend: string, entered: Entered) {
  const { votesFor, votesEntitled, agreedByAll, agreed, ...others } = entered
  const shares = Object.entries(agreed ?? {}).flatMap(([holder, weight]) => (weight ? [{ holder, weight: Number(weight) }] : []))
  return { dividend, ...others, votesFor: Number(votesFor), votesEntitled: Number(votesEntitled), ...(agreedByAll ? { agreedByAll: true, agreedShares: shares } : {}) }
}
