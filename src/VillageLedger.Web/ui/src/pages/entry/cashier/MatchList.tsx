import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useRequest } from '../../../api'
import { sumFen, yuan } from '../../../money'
import { ReasonDialog } from '../ReasonDialog'
import { matches, type StatementLine } from './match'

/** What is matched already, and the way back. */
export function MatchList({ owner, bank, lines, mayUndo }: { owner: string; bank: string; lines: StatementLine[]; mayUndo: boolean }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const { send, isSending, problem } = useRequest('undo-match')
  const [asked, setAsked] = useState<string | null>(null)
  const all = useMemo(() => matches(lines), [lines])
  if (all.length === 0) return null
  const undo = async (match: string, reason: string) => {
    try {
      await send({ owner, bankAccount: bank, match, ...(reason ? { reason } : {}) })
      setAsked(null)
      void message.success(t('match-undone'))
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }
  return (
    <details className="vl-matches">
      <summary>{t('matched', { count: all.length })}</summary>
      <ul>
        {all.slice(0, 200).map(one => (
          <li key={one.match}>
            <span>{one.lines.map(line => line.date).join(', ')}</span>
            <span>{one.voucherLines}</span>
            {one.rule && <span className="vl-quiet">{t('matched-by-rule')}</span>}
            <span className="vl-match-amount">{yuan(sumFen(one.lines.map(line => line.amountFen)) ?? 0)}</span>
            {mayUndo && (
              <Button size="small" onClick={() => setAsked(one.match)}>
                {t('match-undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <ReasonDialog title={t('match-undo')} okText={t('match-undo')} isBusy={isSending} problem={problem} onCancel={() => setAsked(null)} onDone={reason => void undo(asked, reason)} />}
    </details>
  )
}
