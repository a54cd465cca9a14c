import { Alert, Button } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnline, useSession, type Outcome, type Owner } from '../../../api'
import { Page, ProblemNote, useWhen, monthText } from '../../../frame'
import { Attachments } from './Attachments'
import { focusCell } from './cells'
import { openMonths, parseDate } from './dates'
import type { Kept } from './drafts'
import type { Attached, Draft } from './grid'
import { PaperFoot, type Signatures } from './PaperFoot'
import { PaperHead } from './PaperHead'
import { Templates } from './Templates'
import { useSources } from './useSources'
import { useVoucher } from './useVoucher'
import { VoucherGrid } from './VoucherGrid'

interface Props {
  title: string
  begun: Kept
  owner?: Owner
  /** Nothing may be typed: it is posted, of the past, or not this person's to write. */
  isLocked: boolean
  number?: number | null
  signatures?: Signatures
  /** Buttons and notes beside those of the form. */
  actions?: ReactNode
  notes?: ReactNode
  onSaved: (outcome: Outcome, draft: Draft, isNext: boolean) => void
}

/** The paper form. */
export function VoucherForm({ title, begun, owner, isLocked, number, signatures, actions, notes, onSaved }: Props) {
  const { t } = useTranslation('entry')
  const session = useSession()
  const { isHistoric } = useWhen()
  const book = begun.draft.book
  const { sources, problem, retry } = useSources(book, begun.draft.amends ? undefined : begun.draft.date.slice(0, 7))
  const voucher = useVoucher({ begun, accounts: sources.accounts, isLocked: isLocked || isHistoric, onSaved })
  const { draft, dispatch, save, faults, refused } = voucher
  const isReadOnly = isLocked || isHistoric || voucher.isWaiting
  const paper = useRef<HTMLFieldSetElement>(null)
  const attach = useCallback((file: Attached) => dispatch({ kind: 'attach', file }), [dispatch])
  useSaveKeys(save)
  useEffect(() => {
    if (!isReadOnly) focusCell(paper.current, 0, 'summary')
    // Once, when the form opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <Page
      title={title}
      subject={owner?.name ?? book}
      actions={
        <>
          {actions}
          {!isLocked && !isHistoric && (
            <>
              <Templates draft={draft} dispatch={dispatch} />
              {!draft.amends && (
                <Button onClick={() => save(true)} disabled={voucher.isSending} aria-keyshortcuts="Control+Enter" title="Ctrl+Enter">
                  {t('save-and-new')}
                </Button>
              )}
              <Button type="primary" onClick={() => save(false)} loading={voucher.isSending} aria-keyshortcuts="Control+S" title="Ctrl+S">
                {t('save')}
              </Button>
            </>
          )}
        </>
      }
    >
      {isHistoric && <Alert type="warning" showIcon title={t('historic-no-entry')} />}
      {notes}
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {!isLocked && <MonthNote date={draft.date} owner={owner} />}
      {voucher.isWaiting && <Alert type="warning" showIcon role="alert" title={t('waiting')} action={<Button onClick={() => save(false)}>{t('send-again')}</Button>} />}
      <Faults faults={faults.filter(fault => fault.line === undefined).map(fault => t(fault.key, fault.values))} />
      {refused && refused.line === undefined && <ProblemNote problem={refused.problem} />}
      <fieldset className="vl-entry-paper" disabled={isReadOnly} ref={paper} aria-label={t('paper')}>
        <PaperHead draft={draft} number={number} faults={faults} dispatch={dispatch} onLast={() => focusCell(paper.current, 0, 'summary')} />
        <VoucherGrid draft={draft} sources={sources} faults={faults} refused={refused} isReadOnly={isReadOnly} dispatch={dispatch} />
        <PaperFoot {...(signatures ?? { preparedBy: session.name })} />
      </fieldset>
      <Attachments
        files={draft.attachments}
        of={draft.amends ? { voucher: draft.amends } : undefined}
        isReadOnly={isReadOnly}
        onAttached={attach}
        onDetached={sha256 => dispatch({ kind: 'detach', sha256 })}
      />
      {!isLocked && !isHistoric && <KeptNote savedAt={voucher.savedAt} isKept={voucher.isKept} />}
    </Page>
  )
}

function Faults({ faults }: { faults: string[] }) {
  if (faults.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={faults.map(fault => (
        <div key={fault}>{fault}</div>
      ))}
    />
  )
}

/** Says which month takes vouchers where the date's does not. */
function MonthNote({ date, owner }: { date: string; owner?: Owner }) {
  const { t, i18n } = useTranslation('entry')
  const month = parseDate(date, date)?.slice(0, 7)
  const open = owner ? openMonths(owner) : []
  if (!month || open.length === 0 || open.includes(month)) return null
  const months = open.map(one => monthText(one, i18n.language))
  const key = owner?.closedThrough && month <= owner.closedThrough ? 'month-closed' : 'month-not-open'
  return <Alert type="warning" showIcon role="status" title={t(key, { month: monthText(month, i18n.language), open: months[0], next: months[1] })} />
}

function KeptNote({ savedAt, isKept }: { savedAt?: number; isKept: boolean }) {
  const { t } = useTranslation('entry')
  const isOnline = useOnline()
  return (
    <p className="vl-kept vl-quiet">
      <span role="status">{!isKept ? t('draft.not-kept') : savedAt ? t(isOnline ? 'draft.kept' : 'draft.kept-offline', { time: dayjs(savedAt).format('HH:mm:ss') }) : t('draft.will-be-kept')}</span>
      <span className="vl-keys">{t('keys')}</span>
    </p>
  )
}

function useSaveKeys(save: (isNext: boolean) => void) {
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const isSave = event.key.toLowerCase() === 's'
      if (!isSave && event.key !== 'Enter') return
      event.preventDefault()
      // What is being typed counts: a field settles when it is left.
      const focused = document.activeElement as HTMLElement | null
      focused?.blur()
      setTimeout(() => {
        latest.current(!isSave)
        if (document.activeElement === document.body) focused?.focus()
      })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
