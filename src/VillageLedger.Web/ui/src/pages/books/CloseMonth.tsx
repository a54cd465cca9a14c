import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api'
import { monthText, ProblemNote } from '../../frame'

/** Closes the month for good, once nothing stops it. */
export function CloseMonth({ owner, month, stops }: { owner: string; month: string; stops: number }) {
  const { t, i18n } = useTranslation('books')
  const { message } = App.useApp()
  const { send, isSending, problem } = useRequest('close-month')
  const name = monthText(month, i18n.language)
  const close = async () => {
    try {
      await send({ book: owner, month })
      void message.success(t('month-closed', { month: name }))
    } catch {
      // Stands below the button.
    }
  }
  return (
    <div className="vl-closing">
      <ProblemNote problem={problem} />
      <Popconfirm title={t('close-sure', { month: name })} description={t('close-sure-what')} okText={t('close')} onConfirm={close} disabled={stops > 0}>
        <Button type="primary" size="large" disabled={stops > 0} loading={isSending}>
          {t('close-this', { month: name })}
        </Button>
      </Popconfirm>
      {stops > 0 && <span className="vl-quiet">{t('close-stopped', { count: stops })}</span>}
    </div>
  )
}
