import { Alert, App, Button, Form } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import forms from 'virtual:requests'
import type { RequestField } from '../../build/requests'
import { isProblem, newId, useRequest, type Fields, type Outcome } from '../api'
import { ProblemNote, useWhere } from '../frame'
import { newIds } from './groups'
import { InWords } from './InWords'
import { useOffers } from './offers'
import { isEmpty, readTyped, type Typed } from './read'
import { RequestFields } from './RequestFields'
import './requests.css'
import { useRequestWords } from './words'
import { Working } from './Working'

interface Props {
  request: string
  /** What the page knows already: not asked for. */
  given?: Fields
  /** What stands in the fields at first. */
  initial?: Typed
  onDone: (outcome: Outcome, fields: Fields) => void
  onCancel?: () => void
}

/** Any request as a form: filled in, tried, read in words, then submitted. The id is made once, so that nothing is done twice. */
export function RequestForm({ request, given, initial, onDone, onCancel }: Props) {
  const { t } = useTranslation('requests')
  const { message } = App.useApp()
  const fields = useMemo(() => forms[request] ?? [], [request])
  const { title, fieldName } = useRequestWords(request)
  const { owner } = useWhere()
  const [form] = Form.useForm<Typed>()
  const [tried, setTried] = useState<Fields>()
  const { send, isSending, problem, forget } = useRequest(request)
  const id = useRef(newId())
  const typed = Form.useWatch([], form) as Typed | undefined
  const offers = useOffers(fields, aboutOf({ ...typed, ...given }, owner, name => newIds.has(`${request}.${name}`)), request === 'correct-voucher')
  const first = useMemo(() => initialOf(fields, owner, initial), [fields, owner, initial])

  const attempt = async () => {
    const { fields: read, faults } = readTyped(fields, { ...(form.getFieldsValue(true) as Typed), ...given })
    form.setFields([...namesOf(form.getFieldsValue(true))].map(name => ({ name, errors: [] })))
    if (faults.length > 0) {
      form.setFields(faults.map(fault => ({ name: fault.path as never, errors: [t(fault.key, { field: fieldName(fault.field) })] })))
      form.scrollToField(faults[0]!.path as never, { block: 'center' })
      return
    }
    // What was filled by the page is not read as typed text.
    const whole = { ...read, ...given }
    try {
      await send(whole, { dryRun: true })
      setTried(whole)
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }
  const submit = async () => {
    try {
      const outcome = await send(tried!, { id: id.current })
      void message.success(t(outcome.outcome === 'already-done' ? 'done-before' : 'done', { title }))
      id.current = newId()
      onDone(outcome, tried!)
    } catch (error) {
      if (!isProblem(error)) throw error
      if (!error.isUnanswered) id.current = newId()
    }
  }
  return (
    <>
      <Form form={form} layout="vertical" initialValues={first} onFinish={() => void attempt()} aria-label={title} hidden={tried !== undefined} scrollToFirstError>
        <RequestFields request={request} fields={fields} offers={offers} given={given} />
        {problem && !tried && <ProblemNote problem={problem} />}
        <div className="vl-request-buttons">
          {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
          <Button type="primary" htmlType="submit" loading={isSending}>
            {t('try')}
          </Button>
        </div>
      </Form>
      {tried && (
        <section aria-label={t('as-filled-in')}>
          <Alert type="info" showIcon role="status" title={t('tried')} />
          <InWords request={request} fields={fields} values={tried} offers={offers} />
          <Working request={request} values={tried} />
          {problem && <ProblemNote problem={problem} />}
          <div className="vl-request-buttons">
            <Button
              onClick={() => {
                forget()
                setTried(undefined)
              }}
            >
              {t('edit-again')}
            </Button>
            <Button type="primary" loading={isSending} onClick={() => void submit()} autoFocus>
              {t('submit')}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}

/** Whose accounts, parties and records the fields are filled from. */
function aboutOf(typed: Typed, here: string | undefined, isNew: (name: string) => boolean): { owner?: string; venture?: string; company?: string } {
  const text = (name: string) => (!isNew(name) && typeof typed[name] === 'string' && typed[name] !== '' ? (typed[name] as string) : undefined)
  const own = (kind: string, name: string) => text(name)?.replace(`${kind}/`, '') ?? (here?.startsWith(`${kind}/`) ? here.slice(kind.length + 1) : undefined)
  const venture = own('venture', 'venture')
  const company = own('company', 'company')
  const village = text('village')
  const said = text('owner') ?? text('book') ?? (text('venture') ? `venture/${venture}` : text('company') ? `company/${company}` : village ? `village/${village}` : undefined)
  return { owner: said ?? here, venture, company }
}

/** What the page says, the place that it is about, and a line of each list that may not be empty. */
function initialOf(fields: RequestField[], owner: string | undefined, initial: Typed = {}): Typed {
  const [kind, id] = owner?.split('/') ?? []
  const values: Typed = {}
  for (const { name, kind: asked, isNeeded } of fields) {
    if (asked === 'owner') values[name] = owner
    if (asked === 'list' && isNeeded) values[name] = [{}]
  }
  if (kind && id && fields[0]?.name === kind) values[kind] = id
  return { ...values, ...Object.fromEntries(Object.entries(initial).filter(([, value]) => !isEmpty(value))) }
}

function* namesOf(value: unknown, path: (string | number)[] = []): Generator<never> {
  if (path.length > 0) yield path as never
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* namesOf(one, [...path, i])
  else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) yield* namesOf(one, [...path, name])
}
