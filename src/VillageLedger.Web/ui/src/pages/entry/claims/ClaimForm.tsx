import { Alert, App, Button, Input } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useOnline, useRequest, useSession, type Fields, type Owner } from '../../../api'
import { Page, ProblemNote } from '../../../frame'
import { yuan } from '../../../money'
import { Attachments } from '../voucher/Attachments'
import { ChoiceCell } from '../voucher/ChoiceCell'
import type { Attached } from '../voucher/grid'
import { useSources } from '../voucher/useSources'
import { claimFaults, claimFields, claimSum, withLine, type ClaimDraft, type ClaimFault, type ClaimLine } from './claim'
import { claimDone, keepClaim } from './claimStore'

/** A claim for a thumb: photo first, then what it was for, how much, and who gets the money. */
export function ClaimForm({ begun, owner, onClose }: { begun: ClaimDraft; owner?: Owner; onClose: () => void }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const { user } = useSession()
  const isOnline = useOnline()
  const [draft, setDraft] = useState(begun)
  const [faults, setFaults] = useState<ClaimFault[]>([])
  const [isKept, setKept] = useState(true)
  // What was sent without an answer stands still, so that the same id never says two things.
  const [sent, setSent] = useState<Fields | null>(null)
  const { sources } = useSources(draft.book, undefined)
  const { send, isSending, problem } = useRequest(draft.amends ? 'amend-claim' : 'hand-in-claim')
  useEffect(() => setKept(keepClaim(user, draft)), [user, draft])

  const attach = useCallback((file: Attached) => setDraft(before => (before.attachments.some(one => one.sha256 === file.sha256) ? before : { ...before, attachments: [...before.attachments, file] })), [])
  const change = (key: number, some: Partial<ClaimLine>) => setDraft(before => ({ ...before, lines: before.lines.map(line => (line.key === key ? { ...line, ...some } : line)) }))
  const handIn = async () => {
    const found = claimFaults(draft)
    setFaults(found)
    if (found.length > 0) return
    try {
      await send(sent ?? claimFields(draft), { id: draft.id })
      claimDone(user, draft)
      void message.success(t('claim-handed-in'))
      onClose()
    } catch (error) {
      if (!isProblem(error)) throw error
      setSent(error.isOffline || error.status === 401 ? (sent ?? claimFields(draft)) : null)
    }
  }

  return (
    <Page title={t(draft.amends ? 'claim-amend' : 'claim-new')} subject={owner?.name} actions={<Button onClick={onClose}>{t('claims-back')}</Button>}>
      <form
        className="vl-claim-form"
        aria-label={t(draft.amends ? 'claim-amend' : 'claim-new')}
        onSubmit={event => {
          event.preventDefault()
          void handIn()
        }}
      >
        <fieldset className="vl-claim-fields" disabled={sent !== null}>
          <Attachments
            files={draft.attachments}
            isReadOnly={sent !== null}
            of={draft.amends ? { claim: draft.amends } : undefined}
            onAttached={attach}
            onDetached={sha256 => setDraft(before => ({ ...before, attachments: before.attachments.filter(file => file.sha256 !== sha256) }))}
          />
          {draft.lines.map((line, i) => (
            <fieldset key={line.key} className="vl-claim-line">
              <legend>{t('claim-line', { number: i + 1 })}</legend>
              <label className="vl-field">
                <span>{t('claim-summary')}</span>
                <Input size="large" aria-label={t('cell.summary', { number: i + 1 })} value={line.summary} maxLength={200} placeholder={t('claim-summary-what')} onChange={event => change(line.key, { summary: event.target.value })} />
              </label>
              <label className="vl-field">
                <span>{t('claim-amount')}</span>
                <Input size="large" inputMode="decimal" aria-label={t('claim-amount-of', { number: i + 1 })} value={line.amount} onChange={event => change(line.key, { amount: event.target.value })} />
              </label>
              <label className="vl-field vl-big-choice">
                <span>{t('claim-account')}</span>
                <ChoiceCell offer={sources.accountOffer} value={line.account} label={t('cell.account', { number: i + 1 })} onCommit={account => change(line.key, { account })} />
              </label>
              {draft.lines.length > 1 && (
                <Button onClick={() => setDraft(before => ({ ...before, lines: before.lines.filter(one => one.key !== line.key) }))} aria-label={t('line.delete', { number: i + 1 })}>
                  {t('claim-line-delete')}
                </Button>
              )}
            </fieldset>
          ))}
          <Button size="large" type="dashed" block onClick={() => setDraft(withLine)}>
            {t('claim-line-add')}
          </Button>
          <label className="vl-field vl-big-choice">
            <span>{t('claim-payee')}</span>
            <ChoiceCell offer={sources.partyOffer} value={draft.payee} label={t('claim-payee')} placeholder={t('claim-payee-what')} onCommit={payee => setDraft(before => ({ ...before, payee }))} />
          </label>
          <label className="vl-field">
            <span>{t('date')}</span>
            <Input size="large" type="date" aria-label={t('date')} value={draft.date} onChange={event => setDraft(before => ({ ...before, date: event.target.value }))} />
          </label>
        </fieldset>
        <div className="vl-claim-foot">
          {faults.length > 0 && <Alert type="error" showIcon role="alert" title={faults.map(fault => <div key={fault.key + String(fault.values?.['number'])}>{t(fault.key, fault.values)}</div>)} />}
          {problem && (problem.isOffline ? <Alert type="warning" showIcon role="alert" title={t('claim-offline')} /> : <ProblemNote problem={problem} />)}
          <div className="vl-claim-end">
            <strong>
              {t('total')} {yuan(claimSum(draft) ?? 0)} {t('yuan')}
            </strong>
            <Button type="primary" size="large" htmlType="submit" loading={isSending}>
              {t('claim-hand-in')}
            </Button>
          </div>
        </div>
        <p className="vl-quiet" role="status">{t(!isKept ? 'draft.not-kept' : isOnline ? 'draft.will-be-kept' : 'claim-kept-offline')}</p>
      </form>
    </Page>
  )
}
