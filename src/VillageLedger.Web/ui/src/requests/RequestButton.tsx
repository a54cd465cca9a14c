import { Button, Modal, type ButtonProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRequest, useSession, type Fields, type Outcome } from '../api'
import { useWhen } from '../frame'
import type { Typed } from './read'

const RequestForm = lazy(async () => ({ default: (await import('./RequestForm')).RequestForm }))

interface Props {
  request: string
  given?: Fields
  initial?: Typed
  type?: ButtonProps['type']
  size?: ButtonProps['size']
  danger?: boolean
  onDone?: (outcome: Outcome) => void
}

/** A button that asks for what a request needs in a window; nothing where this person may not make it, or in the past. */
export function RequestButton({ request, given, initial, type, size, danger, onDone }: Props) {
  const { t } = useTranslation('requests')
  const session = useSession()
  const { isHistoric } = useWhen()
  const [isOpen, setOpen] = useState(false)
  if (isHistoric || !mayRequest(session, request)) return null
  const title = t(`title.${request}`)
  return (
    <>
      <Button type={type} size={size} danger={danger} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal open={isOpen} title={title} width={720} footer={null} onCancel={() => setOpen(false)} destroyOnHidden mask={{ closable: false }}>
        <p className="vl-quiet">{t(`what.${request}`)}</p>
        <Suspense>
          <RequestForm
            request={request}
            given={given}
            initial={initial}
            onCancel={() => setOpen(false)}
            onDone={outcome => {
              setOpen(false)
              onDone?.(outcome)
            }}
          />
        </Suspense>
      </Modal>
    </>
  )
}
