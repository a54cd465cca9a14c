import { CameraOutlined, FileOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../../api'
import { AttachmentLink } from '../../../attachments'
import { problemText } from '../../../frame'
import { useIsPhone } from '../../../media'
import type { Attached } from './grid'
import { previewOf, useUploads } from './useUploads'

interface Props {
  files: Attached[]
  /** What they belong to, as the server asks: `voucher`, `claim` or `question` and its id. */
  of?: { voucher?: string; claim?: string; question?: string }
  isReadOnly?: boolean
  onAttached: (file: Attached) => void
  onDetached: (sha256: string) => void
}

const taken = 'image/*,application/pdf,.ofd,.xlsx,.docx,.xml,.zip'

/** Originals: dropped, pasted, chosen, or photographed. */
export function Attachments({ files, of, isReadOnly, onAttached, onDetached }: Props) {
  const { t } = useTranslation()
  const isPhone = useIsPhone()
  const { uploads, add, again, drop } = useUploads(onAttached)
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    if (isReadOnly) return
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData?.files.length) add(event.clipboardData.files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [add, isReadOnly])

  const input = (ref: React.RefObject<HTMLInputElement | null>, label: string, isCamera: boolean) => (
    <input
      ref={ref}
      type="file"
      className="vl-hidden"
      tabIndex={-1}
      aria-label={label}
      accept={isCamera ? 'image/*' : taken}
      capture={isCamera ? 'environment' : undefined}
      multiple={!isCamera}
      onChange={event => {
        add(event.target.files ?? [])
        event.target.value = ''
      }}
    />
  )

  return (
    <section
      className="vl-originals"
      aria-label={t('entry:attachments')}
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(!isReadOnly)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        if (!isReadOnly) add(event.dataTransfer.files)
      }}
    >
      {!isReadOnly && (
        <div className="vl-attach">
          {input(camera, t('entry:photograph-label'), true)}
          {input(chooser, t('entry:attach-label'), false)}
          {isPhone && (
            <Button type="primary" size="large" block icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
              {t('entry:photograph')}
            </Button>
          )}
          <Button size={isPhone ? 'large' : 'middle'} block={isPhone} icon={<PaperClipOutlined />} onClick={() => chooser.current?.click()}>
            {t('entry:attach')}
          </Button>
          {!isPhone && <span className="vl-quiet">{t('entry:attach-what')}</span>}
        </div>
      )}
      <ul>
        {files.map(file => (
          <li key={file.sha256}>
            <Shown file={file} of={of} />
            {!isReadOnly && (
              <Button type="text" size="small" aria-label={t('entry:detach', { name: file.name })} onClick={() => onDetached(file.sha256)}>
                ✕
              </Button>
            )}
          </li>
        ))}
        {uploads.map(upload => (
          <li key={upload.key} role="status">
            {upload.problem ? (
              <>
                <span>
                  {upload.file.name}：{problemText(upload.problem, key => t(`frame:${key}`))}
                </span>
                <Button size="small" onClick={() => again(upload)}>
                  {t('frame:try-again')}
                </Button>
                <Button size="small" type="text" aria-label={t('entry:detach', { name: upload.file.name })} onClick={() => drop(upload)}>
                  ✕
                </Button>
              </>
            ) : (
              <span>
                <Spin size="small" /> {t('entry:uploading', { name: upload.file.name })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shown({ file, of }: { file: Attached; of: Props['of'] }) {
  const isImage = file.type ? /^image|jpe?g|png/.test(file.type) : /\.(jpe?g|png|gif|webp)$/i.test(file.name)
  const preview = previewOf(file.sha256)
  const address = file.isStored === false ? undefined : (preview ?? (of ? addressOf(`/attachments/${file.sha256}`, of) : undefined))
  const inside = (
    <>
      {isImage && address ? <img src={address} alt="" loading="lazy" /> : <FileOutlined />}
      <span>{file.name}</span>
    </>
  )
  if (preview)
    return (
      <a href={preview} target="_blank" rel="noreferrer">
        {inside}
      </a>
    )
  return of ? (
    <AttachmentLink sha256={file.sha256} of={of} isStored={file.isStored}>
      {inside}
    </AttachmentLink>
  ) : (
    <span>{inside}</span>
  )
}
