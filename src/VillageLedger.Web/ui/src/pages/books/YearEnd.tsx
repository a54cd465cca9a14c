import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRequest } from '../../api'
import { ProblemNote, useAddress } from '../../frame'

const ppmPerPercent = 10_000

/** The transfers of a year's end: proposed in their order, then reviewed and posted like any voucher. */
export function YearEnd({ owner, year }: { owner: string; year: number }) {
  const { t } = useTranslation('books')
  const { message } = App.useApp()
  const addressOf = useAddress()
  const { send, isSending, problem } = useRequest('propose-closing')
  const [percent, setPercent] = useState<number | null>(null)
  const [isDone, setDone] = useState(false)
  const isVillage = owner.startsWith('village/')
  const propose = async () => {
    const appropriations = isVillage && percent ? { appropriations: [{ kind: 'public-fund', ratePpm: Math.round(percent * ppmPerPercent) }] } : {}
    try {
      await send({ book: owner, year, ...appropriations })
      setDone(true)
      void message.success(t('year-end-proposed'))
    } catch {
      // Stands below.
    }
  }
  return (
    <section id="year-end" className="vl-year-end" aria-labelledby="year-end-title">
      <h2 id="year-end-title">{t('year-end', { year })}</h2>
      <p className="vl-quiet">{t('year-end-what')}</p>
      {isVillage && (
        <label className="vl-option">
          <span>{t('public-fund-rate')}</span>
          <InputNumber min={0} max={100} precision={2} suffix="%" value={percent} onChange={setPercent} aria-label={t('public-fund-rate')} />
        </label>
      )}
      <ProblemNote problem={problem} />
      <div className="vl-closing">
        <Button loading={isSending} onClick={() => void propose()}>
          {t('year-end-propose')}
        </Button>
        {isDone && <Link to={addressOf('/vouchers', { month: `${year}-12`, state: 'unposted' })}>{t('year-end-vouchers')}</Link>}
      </div>
    </section>
  )
}
