import { Button, Form, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { isProblem, newId, useRequest, useStream, type Fields } from '../../api'
import { Empty, Page, ProblemNote, useAddress, useWhen, useWhere } from '../../frame'
import { yuan } from '../../money'
import { DateField, fenOf, MoneyField, MonthField, useRefusedFields } from './fields'
import { PolicyFields } from './PolicyFields'
import { Split } from './Split'
import { plainPolicies, policyOf, type Policy, type TypedPolicy } from './terms'
import { allocationOf, ventureOf, type Allocation } from './venture'
import './ventures.css'

interface Entered extends TypedPolicy {
  month: string
  date: string
  total: string
  supplements?: string
}

const refusals = {
  'month-allocated': 'month',
  'allocation-before-month': 'date',
  'book-month-closed': 'date',
  'month-not-yet-open': 'date',
  'date-before-book': 'date',
  'supplement-of-other': 'supplements',
  'supplement-terms-differ': 'supplements',
  'shares-changed-in-month': 'shareChange',
  'shares-missing-in-month': 'month',
  'nothing-paid-in': 'policy',
  'guarantee-not-covered': 'guarantor',
  'weights-empty': 'basis',
  'weights-all-zero': 'basis',
}

/** Splits a month's income: what would come of it is shown to the fen before anything is recorded, and another person confirms. */
export default function AllocatePage() {
  const { t } = useTranslation('ventures')
  const { id = '' } = useParams()
  const when = useWhen()
  const { owners } = useWhere()
  const addressOf = useAddress()
  const navigate = useNavigate()
  const stream = useStream('venture', id, when.at)
  const venture = useMemo(() => ventureOf(stream.data?.facts ?? []), [stream.data])
  const [form] = Form.useForm<Entered>()
  const request = useRequest('allocate-income')
  const requestId = useRef(newId())
  const [preview, setPreview] = useState<{ content: string; allocation: Allocation } | null>(null)
  const [content, setContent] = useState('')
  const isAtField = useRefusedFields(form, request.problem, refusals)
  const back = `/ventures/${id}/allocations`

  const send = async (entered: Entered, dryRun: boolean) => {
    const fields = fieldsOf(id, entered)
    try {
      const outcome = await request.send(fields, { id: requestId.current, dryRun })
      if (dryRun) setPreview({ content: JSON.stringify(fields), allocation: allocationOf(outcome.result as Partial<Allocation>) })
      else void navigate(addressOf(`${back}/${encodeURIComponent(outcome.id)}`))
    } catch (error) {
      setPreview(null)
      if (isProblem(error) && !error.isOffline) requestId.current = newId()
    }
  }
  const tryIt = async () => {
    const entered = await form.validateFields().catch(() => null)
    if (entered) await send(entered, true)
  }

  const holders = holdersOf(venture?.allocations.at(-1)?.parts.map(part => part.holder) ?? venture?.authorised ?? [], stream.data?.names)
  const others = owners.filter(one => !holders.some(holder => holder.value === one.owner)).map(one => ({ value: one.owner, label: one.name }))
  const isSeen = preview !== null && preview.content === content
  return (
    <Page title={t('allocate')} subject={<Link to={addressOf(back)}>{venture?.name ?? id}</Link>}>
      {when.isHistoric ? (
        <Empty text={t('not-in-history')} />
      ) : stream.error ? (
        <ProblemNote problem={stream.error} onRetry={() => void stream.refetch()} />
      ) : !venture ? null : (
        <div className="vl-two">
          <Form<Entered>
            form={form}
            layout="vertical"
            aria-label={t('allocate')}
            initialValues={{ ...nextOf(venture.allocations, when.month), policy: plainOf(venture.allocations.at(-1)?.policy), retainBy: 'none' }}
            onValuesChange={(_, entered) => setContent(JSON.stringify(fieldsOf(id, entered)))}
            onFinish={entered => void send(entered, false)}
          >
            {request.problem && !isAtField && <ProblemNote problem={request.problem} />}
            <MonthField name="month" label={t('income-month')} />
            <DateField name="date" label={t('voucher-date')} extra={t('voucher-date-what')} />
            <MoneyField name="total" label={t('total')} extra={t('total-what')} allowsNegative />
            <PolicyFields path={[]} holders={holders} guarantors={[...holders, ...others]} />
            <Form.Item noStyle shouldUpdate={(before, now) => before.month !== now.month}>
              {() => <Supplements first={venture?.allocations.find(one => one.month === form.getFieldValue('month') && one.stage !== 'reversed' && !one.supplements)} />}
            </Form.Item>
            <div className="vl-actions">
              <Button type={isSeen ? 'default' : 'primary'} loading={request.isSending} onClick={() => void tryIt()}>
                {t('try')}
              </Button>
              <Button type={isSeen ? 'primary' : 'default'} htmlType="submit" disabled={!isSeen} loading={request.isSending}>
                {t('submit-allocation')}
              </Button>
            </div>
            <p className="vl-quiet">{t('another-confirms')}</p>
          </Form>
          <div aria-live="polite">
            {preview ? (
              <>
                <p className="vl-waits">{t(isSeen ? 'preview-of' : 'preview-old', { total: yuan(preview.allocation.totalFen), count: preview.allocation.parts.length })}</p>
                <Split venture={id} allocation={preview.allocation} names={stream.data?.names} isDry />
              </>
            ) : (
              <Empty text={t('preview-empty')} />
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function Supplements({ first }: { first?: Allocation }) {
  const { t } = useTranslation('ventures')
  if (!first) return null
  return (
    <Form.Item name="supplements" label={t('supplements')} extra={t('supplements-what')}>
      <Select allowClear options={[{ value: first.allocation, label: `${first.month} · ${yuan(first.totalFen)}` }]} />
    </Form.Item>
  )
}

function fieldsOf(venture: string, entered: Entered): Fields {
  const { month, date, total, supplements } = entered
  return { venture, month, date, totalFen: fenOf(total), ...policyOf(entered), ...(supplements ? { supplements } : {}) }
}

/** The month after the last that was allocated, dated at its end. */
function nextOf(allocations: Allocation[], otherwise: string): { month: string; date: string } {
  const last = allocations.filter(one => one.stage !== 'reversed').map(one => one.month).sort().at(-1)
  const month = last ? dayjs(`${last}-01`).add(1, 'month') : dayjs(`${otherwise}-01`)
  return { month: month.format('YYYY-MM'), date: month.endOf('month').format('YYYY-MM-DD') }
}

/** As the last time, where that needs no terms. */
function plainOf(policy: string | undefined): Policy {
  return plainPolicies.find(one => one === policy && one !== 'by-weights') ?? 'by-share'
}

function holdersOf(holders: string[], names: Record<string, string> | undefined) {
  return [...new Set(holders)].map(value => ({ value, label: names?.[value] ?? value }))
}
