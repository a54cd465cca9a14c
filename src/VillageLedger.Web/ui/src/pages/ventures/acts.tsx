import { App, Button, Form, Modal, type ButtonProps } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, newId, useRequest, type Fields, type Outcome } from '../../api'
import { ProblemNote, problemText } from '../../frame'
import { useRefusedFields } from './fields'

type Path = string | (string | number)[]

interface ActProps {
  request: string
  label: string
  done: string
  fields: Fields
  type?: ButtonProps['type']
  onDone?: (outcome: Outcome) => void
  disabled?: boolean
}

/** One click, one request; what is refused is said where everybody sees it. */
export function Act({ request, label, done, fields, type, onDone, disabled }: ActProps) {
  const { t } = useTranslation('frame')
  const { message } = App.useApp()
  const { send, isSending } = useRequest(request)
  const act = async () => {
    try {
      const outcome = await send(fields)
      void message.success(done)
      onDone?.(outcome)
    } catch (error) {
      void message.error({ content: isProblem(error) ? problemText(error, t) : String(error), duration: 10 })
    }
  }
  return (
    <Button type={type} loading={isSending} disabled={disabled} onClick={() => void act()}>
      {label}
    </Button>
  )
}

interface AskProps<T extends object> {
  request: string
  label: string
  title: string
  done: string
  /** What the fields of the form are asked as. */
  fields: (typed: T) => Fields
  initial?: Partial<T>
  /** Which field a refusal is about, by its code. */
  refusals?: Record<string, Path>
  type?: ButtonProps['type']
  size?: ButtonProps['size']
  danger?: boolean
  onDone?: (outcome: Outcome) => void
  children: ReactNode
}

/** A button that asks for what a request needs in a window. The id is made once for the window, so that nothing is done twice. */
export function Ask<T extends object>(props: AskProps<T>) {
  const { request, label, title, done, type, size, danger } = props
  const { t } = useTranslation('ventures')
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<T>()
  const { send, isSending, problem, forget } = useRequest(request)
  const id = useRef('')
  const isAtField = useRefusedFields(form, problem, props.refusals ?? {})

  const open = () => {
    id.current = newId()
    forget()
    setOpen(true)
  }
  const submit = async (typed: T) => {
    try {
      const outcome = await send(props.fields(typed), { id: id.current })
      setOpen(false)
      void message.success(done)
      props.onDone?.(outcome)
    } catch (error) {
      // A refusal has used nothing up, but other content may not go under the same id once it was answered.
      if (isProblem(error) && !error.isOffline) id.current = newId()
    }
  }
  return (
    <>
      <Button type={type} size={size} danger={danger} onClick={open}>
        {label}
      </Button>
      <Modal open={isOpen} title={title} onCancel={() => setOpen(false)} okText={label} cancelText={t('cancel')} confirmLoading={isSending} onOk={() => form.submit()} destroyOnHidden mask={{ closable: false }}>
        <Form form={form} layout="vertical" preserve={false} initialValues={props.initial as object} onFinish={typed => void submit(typed as T)} aria-label={title}>
          {problem && !isAtField && <ProblemNote problem={problem} />}
          {props.children}
        </Form>
      </Modal>
    </>
  )
}
