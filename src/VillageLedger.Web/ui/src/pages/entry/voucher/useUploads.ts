import { useCallback, useState } from 'react'
import { callJson, isProblem, sendUntilAnswered } from '../../../api'
import type { Attached } from './grid'

export interface Upload {
  key: string
  file: File
  /** What went wrong; nothing while it is under way. */
  problem?: unknown
}

/** What this window has of the files it sent, so that they are seen without asking for them again. */
const previews = new Map<string, string>()

export function previewOf(sha256: string): string | undefined {
  return previews.get(sha256)
}

/** Files on their way; the same file twice is the same. */
export function useUploads(onAttached: (file: Attached) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const without = (key: string) => setUploads(before => before.filter(one => one.key !== key))

  const send = useCallback(
    async (upload: Upload) => {
      setUploads(before => [...before.filter(one => one.key !== upload.key), { ...upload, problem: undefined }])
      try {
        const stored = await sendUntilAnswered(() => callJson<Attached>('/attachments', { method: 'POST', query: { name: upload.file.name }, body: upload.file }))
        if (upload.file.type.startsWith('image/')) previews.set(stored.sha256, URL.createObjectURL(upload.file))
        onAttached({ name: stored.name ?? upload.file.name, sha256: stored.sha256, type: stored.type ?? upload.file.type, size: stored.size ?? upload.file.size })
        without(upload.key)
      } catch (problem) {
        setUploads(before => before.map(one => (one.key === upload.key ? { ...one, problem: isProblem(problem) ? problem : new Error() } : one)))
      }
    },
    [onAttached],
  )

  const add = useCallback((files: Iterable<File>) => void [...files].forEach(file => void send({ key: `${file.name} ${file.size} ${file.lastModified}`, file })), [send])
  return { uploads, add, again: (upload: Upload) => void send(upload), drop: (upload: Upload) => without(upload.key) }
}
