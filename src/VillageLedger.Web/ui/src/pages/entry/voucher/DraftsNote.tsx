import { Alert, Button } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yuan } from '../../../money'
import type { Drafts, Kept } from './drafts'
import { sumOf } from './grid'

/** Other drafts of this owner that nobody has open: taken up again, or thrown away. */
export function DraftsNote({ drafts, owner, open, onOpen }: { drafts: Drafts; owner: string; open: string; onOpen: (kept: Kept) => void }) {
  const { t } = useTranslation('entry')
  const [, again] = useState(0)
  const others = drafts.list({ book: owner }).filter(kept => kept.draft.id !== open)
  const free = others.filter(kept => !drafts.isElsewhere(kept))
  const elsewhere = others.length - free.length
  if (others.length === 0) return null
  return (
    <Alert
      type="info"
      title={
        <div className="vl-drafts">
          <span>{free.length > 0 ? t('draft.others', { count: free.length }) : t('draft.elsewhere', { count: elsewhere })}</span>
          {free.slice(0, 5).map(kept => (
            <span key={kept.draft.id} className="vl-draft">
              <Button size="small" onClick={() => onOpen(kept)}>
                {t('draft.take-up', { summary: kept.draft.lines.find(line => line.summary)?.summary ?? t('draft.nameless'), amount: yuan(sumOf(kept.draft.lines, 'debit') ?? 0), time: dayjs(kept.savedAt).format('M-D HH:mm') })}
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={t('draft.throw-away')}
                title={t('draft.throw-away')}
                // Sent without an answer it may stand in the books already; only the answer ends it.
                disabled={kept.sent !== undefined}
                onClick={() => {
                  drafts.forget(kept.draft.id)
                  again(count => count + 1)
                }}
              >
                ✕
              </Button>
            </span>
          ))}
        </div>
      }
    />
  )
}
