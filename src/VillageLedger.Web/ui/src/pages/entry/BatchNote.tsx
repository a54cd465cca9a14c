import { Alert, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { secondsLeft } from './progress'
import type { BatchState } from './useBatch'

/** How far a batch is; afterwards what was refused, and why. */
export function BatchNote({ state, onCancel, onDismiss }: { state: BatchState | null; onCancel: () => void; onDismiss: () => void }) {
  const { t } = useTranslation('entry')
  if (!state) return null
  const { title, done, total, refused, isRunning, isCancelled } = state
  const left = secondsLeft(state, Date.now())
  const summary = isRunning
    ? t('batch.running', { title, done, total })
    : t(isCancelled ? 'batch.cancelled' : refused.length ? 'batch.partly' : 'batch.done', { title, done: done - refused.length, total, refused: refused.length })
  return (
    <Alert
      role="status"
      type={isRunning ? 'info' : refused.length ? 'warning' : 'success'}
      title={summary}
      action={
        <Button size="small" onClick={isRunning ? onCancel : onDismiss}>
          {t(isRunning ? 'batch.cancel' : 'batch.dismiss')}
        </Button>
      }
      description={
        isRunning ? (
          <Progress percent={Math.floor((done / total) * 100)} size="small" format={() => (left === undefined ? `${done}/${total}` : t('batch.left', { seconds: left }))} />
        ) : refused.length > 0 ? (
          <ul className="vl-refused">
            {refused.map(one => (
              <li key={one.label + one.text}>
                <b>{one.label}</b>：{one.text}
              </li>
            ))}
          </ul>
        ) : undefined
      }
    />
  )
}
