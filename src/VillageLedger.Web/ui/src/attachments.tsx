import { App } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf, call, type Query } from './api'
import { problemText } from './frame'

interface Props {
  sha256: string
  /** What it belongs to, as the server asks. */
  of: Query
  /** False: the books name it, but its file never came to the server. */
  isStored?: boolean
  className?: string
  children: ReactNode
}

/** A file that the books name: it opens beside this page; what cannot be opened is said here. */
export function AttachmentLink({ sha256, of, isStored, className, children }: Props) {
  const { t } = useTranslation('frame')
  const { message } = App.useApp()
  const path = `/attachments/${sha256}`
  const address = addressOf(path, of)
  if (isStored === false)
    return (
      <span className={className}>
        {children} <small className="vl-quiet">{t('not-uploaded')}</small>
      </span>
    )
  const open = async () => {
    try {
      const response = await call(path, { query: of })
      void response.body?.cancel()
      window.open(address, '_blank', 'noopener')
    } catch (error) {
      void message.error(problemText(error, key => t(key)))
    }
  }
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className={className}
      onClick={event => {
        event.preventDefault()
        void open()
      }}
    >
      {children}
    </a>
  )
}
