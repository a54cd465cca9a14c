import { Button, Form, Input, InputNumber, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { isProblem, newId, useRequest, type Fields } from '../../api'
import { Empty, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { parsePercent, yuan } from '../../money'
import type { Dividend } from './dividend'
import { fenOf, MoneyField, PercentField, useRefusedFields } from './fields'
import { Plan } from './Plan'
import { Section } from './Section'
import './ventures.css'

interface Entered {
  dividend: string
  year: number
  steps?: Record<string, { by?: 'law' | 'rate' | 'amount'; value?: string }>
}

const stepsOf = (payer: string) => (payer.startsWith('village/') ? ['cover-loss', 'public-fund', 'distribute'] : ['cover-loss', 'statutory-reserve', 'optional-reserve', 'distribute'])

/** A plan for distributing a year's result: tried first, with what the law adds; another person records the resolution. */
export default function ProposePage() {
  const { t } = useTranslation('ventures')
  const when = useWhen()
  const { owner: payer = '', name } = useWhere()
  const addressOf = useAddress()
  const navigate = useNavigate()
  const [form] = Form.useForm<Entered>()
  const year = Form.useWatch('year', form) ?? Number(when.month.slice(0, 4))
  const request = useRequest('propose-dividend')
  const id = useRef(newId())
  const [content, setContent] = useState('')
  const [preview, setPreview] = useState<{ content: string; plan: Dividend } | null>(null)
  const isAtField = useRefusedFields(form, request.problem, { 'dividend-exists': 'dividend', 'date-before-book': 'year', 'month-not-yet-open': 'year' })
  const kinds = stepsOf(payer)
  const send = async (entered: Entered, dryRun: boolean) => {
    const fields = fieldsOf(payer, entered, kinds)
    try {
      const outcome = await request.send(fields, { id: id.current, dryRun })
      if (dryRun) setPreview({ content: JSON.stringify(fields), plan: outcome.result as Dividend })
      else void navigate(addressOf(`/distributions/${encodeURIComponent(entered.dividend)}`))
    } catch (error) {
      setPreview(null)
      if (isProblem(error) && !error.isOffline) id.current = newId()
    }
  }
  const tryIt = async () => {
    const entered = await form.validateFields().catch(() => null)
    if (entered) await send(entered, true)
  }
  const isSeen = preview?.content === content && preview !== null
  if (when.isHistoric || !payer || payer.startsWith('venture/')) return <Empty text={t(when.isHistoric ? 'not-in-history' : 'distributions-where')} />
  return (
    <Page title={t('propose')} subject={<Link to={addressOf('/distributions')}>{name}</Link>}>
      <div className="vl-two">
        <Form<Entered>
          form={form}
          layout="vertical"
          aria-label={t('propose')}
          initialValues={{ year: Number(when.month.slice(0, 4)), dividend: `fh-${when.month.slice(0, 4)}-${id.current.slice(-4)}` }}
          onValuesChange={(_, entered) => setContent(JSON.stringify(fieldsOf(payer, entered, kinds)))}
          onFinish={entered => void send(entered, false)}
        >
          {request.problem && !isAtField && <ProblemNote problem={request.problem} />}
          <Form.Item name="year" label={t('of-year')} rules={[{ required: true, message: t('field.text-needed') }]}>
            <InputNumber min={1901} max={9990} className="vl-wide" />
          </Form.Item>
          <Form.Item name="dividend" label={t('dividend-id')} extra={t('dividend-id-what')} rules={[{ required: true, pattern: /^[A-Za-z0-9._:-]{1,64}$/, message: t('id-bad') }]}>
            <Input autoComplete="off" />
          </Form.Item>
          {kinds.map(kind => (
            <StepField key={kind} kind={kind} />
          ))}
          <div className="vl-actions">
            <Button type={isSeen ? 'default' : 'primary'} loading={request.isSending} onClick={() => void tryIt()}>
              {t('try')}
            </Button>
            <Button type={isSeen ? 'primary' : 'default'} htmlType="submit" disabled={!isSeen} loading={request.isSending}>
              {t('submit-proposal')}
            </Button>
          </div>
          <p className="vl-quiet">{t('another-resolves')}</p>
        </Form>
        <div className="vl-sections" aria-live="polite">
          {preview && (
            <section className="vl-section" aria-label={t('plan')}>
              <p className="vl-waits">{t(isSeen ? 'plan-preview' : 'plan-old', { amount: yuan(preview.plan.steps.at(-1)?.amountFen ?? 0), most: yuan(preview.plan.distributableFen) })}</p>
              <Plan steps={preview.plan.steps} />
            </section>
          )}
          <Section name="distributable" options={{ payer, year }} title={t('distributable-of', { year })} empty={t('distributable-empty')} />
        </div>
      </div>
    </Page>
  )
}

function StepField({ kind }: { kind: string }) {
  const { t } = useTranslation('ventures')
  const by = Form.useWatch(['steps', kind, 'by']) as string | undefined
  return (
    <>
      <Form.Item name={['steps', kind, 'by']} label={t(`step-kind.${kind}`)} initialValue="law">
        <Segmented aria-label={t(`step-kind.${kind}`)} options={(['law', 'rate', 'amount'] as const).map(value => ({ value, label: t(value === 'law' ? (kind === 'distribute' ? 'step-all-left' : kind === 'optional-reserve' ? 'step-none' : 'step-law') : `retain-by.${value}`) }))} />
      </Form.Item>
      {by === 'rate' && <PercentField name={['steps', kind, 'value']} label={t('rate')} />}
      {by === 'amount' && <MoneyField name={['steps', kind, 'value']} label={t('amount')} />}
    </>
  )
}

/** Steps that are left to the law are not asked for: it adds what it needs. */
function fieldsOf(payer: string, entered: Entered, kinds: string[]): Fields {
  const steps = kinds.flatMap((kind): Fields[] => {
    const { by, value } = entered.steps?.[kind] ?? {}
    if (by === 'rate') return [{ kind, ratePpm: parsePercent(value) }]
    return by === 'amount' ? [{ kind, amountFen: fenOf(value) }] : []
  })
  return { dividend: entered.dividend, payer, year: entered.year, ...(steps.length > 0 ? { steps } : {}) }
}
