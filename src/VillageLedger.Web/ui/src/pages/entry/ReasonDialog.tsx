import { Input, Modal, type InputRef } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../frame'

interface Props {
  title: string
  /** What the button says that does it. */
  okText: string
  what?: string
  isNeeded?: boolean
  isDanger?: boolean
  problem?: unknown
  isBusy?: boolean
  children?: ReactNode
  onCancel: () => void
  onDone: (reason: string) => void
}

/** Asks why before it is done. */
export function ReasonDialog({ title, okText, what, isNeeded, isDanger, problem, isBusy, children, onCancel, onDone }: Props) {
  const { t } = useTranslation('entry')
  const [reason, setReason] = useState('')
  const input = useRef<InputRef>(null)
  const [isMissing, setMissing] = useState(false)
  const done = () => {
    if (isNeeded && reason.trim() === '') {
      setMissing(true)
      input.current?.focus()
    } else onDone(reason.trim())
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: isDanger, loading: isBusy }}
      onOk={done}
      onCancel={onCancel}
      afterOpenChange={isOpen => isOpen && input.current?.focus()}
    >
      <div className="vl-column">
        {what && <p className="vl-dialog-what">{what}</p>}
        {children}
        <label className="vl-field">
          <span>{t(isNeeded ? 'reason' : 'reason-optional')}</span>
          <Input
            ref={input}
            aria-label={t('reason')}
            aria-required={isNeeded || undefined}
            aria-invalid={isMissing || undefined}
            status={isMissing ? 'error' : undefined}
            maxLength={100}
            value={reason}
            onChange={event => {
              setReason(event.target.value)
              setMissing(false)
            }}
            onPressEnter={done}
          />
          {isMissing && <small role="alert">{t('reason-needed')}</small>}
        </label>
        <ProblemNote problem={problem} />
      </div>
    </Modal>
  )
}
