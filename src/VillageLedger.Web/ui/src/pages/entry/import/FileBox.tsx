import { InboxOutlined } from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takes, type Kind } from './importing'

/** Where a file is dropped or chosen. */
export function FileBox({ kind, file, isReading, isReady, onFile }: { kind: Kind; file: File | null; isReading: boolean; isReady: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('entry')
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => files?.[0] && onFile(files[0])
  return (
    <div
      className="vl-file-box"
      data-over={isOver || undefined}
      data-has-file={file !== null || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(isReady)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        if (isReady) take(event.dataTransfer.files)
      }}
    >
      <input
        ref={chooser}
        type="file"
        className="vl-hidden"
        tabIndex={-1}
        accept={takes.join(',')}
        aria-label={t('import-file')}
        disabled={!isReady}
        onChange={event => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {isReading ? <Spin /> : !file && <InboxOutlined className="vl-file-icon" />}
      <p role="status">{isReading ? t('import-reading', { name: file?.name }) : file ? file.name : isReady ? t(`import-what.${kind}`) : t('import-choose-bank')}</p>
      <Button type={file ? 'default' : 'primary'} disabled={!isReady || isReading} onClick={() => chooser.current?.click()}>
        {t(file ? 'import-another' : 'import-choose')}
      </Button>
    </div>
  )
}
