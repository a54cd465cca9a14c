import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, useRequest } from '../../../api'
import { monthText, useWhere } from '../../../frame'
import { ReasonDialog } from '../ReasonDialog'
import { firstDate, openMonths } from './dates'
import { DateField } from './PaperHead'
import type { VoucherHead } from './VoucherActions'

/** 红冲: prepares the red voucher that takes a posted one back. */
export function ReverseDialog({ head, onCancel, onDone }: { head: VoucherHead; onCancel: () => void; onDone: (voucher: string) => void }) {
  const { t, i18n } = useTranslation('entry')
  const { current } = useWhere()
  const { send, isSending, problem } = useRequest('reverse-voucher')
  const open = openMonths(current ?? {})
  const [date, setDate] = useState(() => {
    const first = firstDate(head.date.slice(0, 7), dayjs().format('YYYY-MM-DD'), current ?? {})
    return first < head.date ? head.date : first
  })
  const reverse = async (reason: string) => {
    try {
      const outcome = await send({ voucher: head.voucher, date, reason })
      onDone(outcome.id)
    } catch (error) {
      if (!isProblem(error)) throw error
    }
  }
  return (
    <ReasonDialog
      title={t('reverse-title', { number: `${head.type}-${head.number ?? ''}` })}
      okText={t('reverse-make')}
      what={t('reverse-what')}
      isNeeded
      problem={problem}
      isBusy={isSending}
      onCancel={onCancel}
      onDone={reason => void reverse(reason)}
    >
      <label className="vl-field">
        <span>{t('reverse-date')}</span>
        <DateField value={date} label={t('reverse-date')} onChange={setDate} />
        {open.length > 0 && !open.includes(date.slice(0, 7)) && <small role="status">{t('month-open-only', { open: monthText(open[0]!, i18n.language), next: monthText(open[1]!, i18n.language) })}</small>}
      </label>
    </ReasonDialog>
  )
}
