import { App, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useRequest, type Fields, type Outcome } from '../../api'
import { ProblemNote } from '../../frame'
import './claims/claims.css'
import { requestFields, type FieldSpec, type FormFault, type Values } from './requestForm'
import { ChoiceCell, type Offer } from './voucher/ChoiceCell'
import { DateField } from './voucher/PaperHead'
import { useSources } from './voucher/useSources'

interface Props {
  request: string
  title: string
  owner: string
  /** What the page knows already. */
  given: Fields
  specs: FieldSpec[]
  done: string
  onClose: () => void
  onDone?: (outcome: Outcome, fields: Fields) => void
}

/** A request with a handful of fields, asked for in a dialog. */
export function RequestDialog({ request, title, owner, given, specs, done, onClose, onDone }: Props) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const { send, isSending, problem } = useRequest(request)
  const { sources } = useSources(owner, undefined)
  const [values, setValues] = useState<Values>({})
  const [faults, setFaults] = useState<FormFault[]>([])
  const offers = useMemo(() => {
    const of = (role: string): Offer => ({ ...sources.accountOffer, choices: sources.accountOffer.choices.filter(one => sources.accounts.get(one.value)?.role === role) })
    return { accounts: sources.accountOffer, parties: sources.partyOffer, cash: of('cash'), bank: of('bank') }
  }, [sources])
  const valueOf = (spec: FieldSpec) => values[spec.name] ?? spec.initial ?? ''
  const set = (name: string) => (value: string) => setValues(before => ({ ...before, [name]: value }))

  const submit = async () => {
    const read = requestFields(specs, values)
    setFaults(read.faults)
    if (read.faults.length > 0) return
    const fields = { ...given, ...read.fields }
    try {
      const outcome = await send(fields)
      void message.success(done)
      onDone?.(outcome, fields)
      onClose()
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }

  return (
    <Modal open title={title} okText={t('save')} okButtonProps={{ loading: isSending }} onOk={() => void submit()} onCancel={onClose}>
      <form
        className="vl-column vl-request-form"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        {specs.map(spec => {
          const fault = faults.find(one => one.name === spec.name)
          const label = t(spec.label)
          return (
            <label className="vl-field vl-form-choice" key={spec.name}>
              <span>
                {label}
                {spec.isNeeded && <span aria-hidden="true"> *</span>}
              </span>
              <OneField spec={spec} label={label} value={valueOf(spec)} offer={offers[spec.from ?? 'accounts']} isInvalid={fault !== undefined} onChange={set(spec.name)} />
              {spec.what && <small className="vl-quiet">{t(spec.what)}</small>}
              {fault && <small role="alert">{t(fault.key)}</small>}
            </label>
          )
        })}
        <ProblemNote problem={problem} />
        <button type="submit" className="vl-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  )
}

function OneField({ spec, label, value, offer, isInvalid, onChange }: { spec: FieldSpec; label: string; value: string; offer: Offer; isInvalid: boolean; onChange: (value: string) => void }) {
  const { t } = useTranslation('entry')
  if (spec.kind === 'choice') return <ChoiceCell offer={offer} value={value} label={label} isInvalid={isInvalid} onCommit={onChange} />
  if (spec.kind === 'date') return <DateField value={value} label={label} isInvalid={isInvalid} onChange={onChange} />
  if (spec.kind === 'select')
    return (
      <select aria-label={label} aria-invalid={isInvalid || undefined} value={value} onChange={event => onChange(event.target.value)}>
        {!spec.initial && <option value="">—</option>}
        {spec.words?.map(word => (
          <option key={word} value={word}>
            {spec.prefix ? t(`${spec.prefix}.${word}`) : word}
          </option>
        ))}
      </select>
    )
  const isFigure = spec.kind === 'amount' || spec.kind === 'whole'
  return <input aria-label={label} aria-invalid={isInvalid || undefined} autoComplete="off" inputMode={isFigure ? 'decimal' : undefined} value={value} onChange={event => onChange(event.target.value)} />
}
