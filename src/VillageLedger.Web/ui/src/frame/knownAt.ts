import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useFact } from '../api'
import { useWhen } from './when'

/** The moment that the known-at clock shows, as a reader reads it; until its time is known, its position. */
export function useKnownAt(): string {
  const { t } = useTranslation('frame')
  const { at } = useWhen()
  const fact = useFact(at ?? null)
  if (at === undefined) return t('now')
  return fact.data ? recordText(t, { position: at, recordedAt: fact.data.recordedAt }) : t('position', { position: at })
}

/** A moment of the log as nobody mistakes it for another: 2025-07-01 09:30（第 17 条）. Many records may share a minute. */
export function recordText(t: (key: string, values: { moment: string; position: number }) => string, { position, recordedAt }: { position: number; recordedAt?: string | null }): string {
  return recordedAt ? t('moment-of-record', { moment: momentText(recordedAt), position }) : t('position', { moment: '', position })
}

/** A recorded time in Shanghai's, to the minute: 2025-07-01 09:30. */
export function momentText(recordedAt: string | null | undefined): string {
  if (!recordedAt) return ''
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  return parts.format(dayjs(recordedAt).toDate())
}
