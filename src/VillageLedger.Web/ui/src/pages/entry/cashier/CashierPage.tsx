import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Empty, Page, periodText, useWhen, useWhere } from '../../../frame'
import '../entry.css'
import { CashCounts } from './CashCounts'
import './cashier.css'
import { FormBook } from './FormBook'
import { Matching } from './Matching'
import { Signing } from './Signing'

/** 出纳: vouchers that move money signed, the bank's lines matched, cash counted, numbered forms kept. */
export default function CashierPage() {
  const { t, i18n } = useTranslation('entry')
  const { owner, name } = useWhere()
  const { period } = useWhen()
  const [search, setSearch] = useSearchParams()
  if (!owner) return <Page title={t('cashier')}><Empty text={t('choose-owner')} /></Page>
  return (
    <Page title={t('cashier')} subject={`${name} · ${periodText(period, i18n.language)}`}>
      <Tabs
        activeKey={search.get('tab') ?? 'sign'}
        onChange={tab =>
          setSearch(
            before => {
              const after = new URLSearchParams(before)
              after.set('tab', tab)
              return after
            },
            { replace: true },
          )
        }
        destroyOnHidden
        items={[
          { key: 'sign', label: t('cashier-sign'), children: <Signing owner={owner} /> },
          { key: 'match', label: t('cashier-match'), children: <Matching owner={owner} /> },
          { key: 'count', label: t('cashier-count'), children: <CashCounts owner={owner} /> },
          { key: 'forms', label: t('cashier-forms'), children: <FormBook owner={owner} /> },
        ]}
      />
    </Page>
  )
}
