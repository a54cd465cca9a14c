import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callJson } from '../../../api'
import { ProblemNote } from '../../../frame'

export interface Attached {
  sha256: string
  name: string
  size: number
}

/** Files that prove an answer: photos or PDF, each sent as soon as it is chosen. */
export function Attach({ attached, onChange }: { attached: Attached[]; onChange: (attached: Attached[]) => void }) {
  const { t } = useTranslation('questions')
  const field = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const add = async (files: FileList | null) => {
    setSending(true)
    setProblem(null)
    const sent = [...attached]
    try {
      for (const file of files ?? []) {
        const one = await callJson<Attached>('/attachments', { method: 'POST', query: { name: file.name }, body: file })
        if (!sent.some(other => other.sha256 === one.sha256)) sent.push({ ...one, name: one.name ?? file.name })
      }
    } catch (error) {
      setProblem(error)
    } finally {
      onChange(sent)
      setSending(false)
      if (field.current) field.current.value = ''
    }
  }
  return (
    <div className="vl-attach">
      <input ref={field} type="file" multiple accept="image/*,application/pdf" style={{ display: 'none' }} aria-label={t('attach')} onChange={event => void add(event.target.files)} />
      <Button icon={<PaperClipOutlined />} loading={isSending} onClick={() => field.current?.click()}>
        {t('attach')}
      </Button>
      <ul>
        {attached.map(one => (
          <li key={one.sha256}>
            {one.name}
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('detach', { name: one.name })} onClick={() => onChange(attached.filter(other => other !== one))} />
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
    </div>
  )
}
