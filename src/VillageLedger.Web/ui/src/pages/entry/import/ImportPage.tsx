import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { mayRequest, useSession } from '../../../api'
import { Empty, Page, useWhen, useWhere } from '../../../frame'
import '../entry.css'
import './import.css'
import { FileBox } from './FileBox'
import { ImportAnswer } from './ImportAnswer'
import { ImportOptions, type Chosen } from './ImportOptions'
import { kinds, type Kind } from './importing'
import { useImport } from './useImport'

const needs: Record<Kind, string> = { vouchers: 'prepare-voucher', openings: 'open-book', 'bank-statements': 'record-statement' }

/** 导入: a file of another program, seen with every fault at its cell, then taken whole or not at all. */
export default function ImportPage() {
  const { t } = useTranslation('entry')
  const session = useSession()
  const { owner, current, name } = useWhere()
  const { isHistoric, month } = useWhen()
  const [search] = useSearchParams()
  const offered = kinds.filter(kind => mayRequest(session, needs[kind]))
  const [kind, setKind] = useState<Kind>(() => offered.find(one => one === search.get('kind')) ?? offered[0] ?? 'vouchers')
  const [chosen, setChosen] = useState<Chosen>({ account: search.get('account') ?? '', month, opening: '', addsAccounts: true })
  const importing = useImport(kind, owner, chosen)

  if (!owner) return <Page title={t('import')}><Empty text={t('choose-owner')} /></Page>
  if (isHistoric) return <Page title={t('import')} subject={name}><Empty text={t('historic-no-entry')} /></Page>
  return (
    <Page title={t('import')} subject={name}>
      <div className="vl-month-tools">
        <Segmented<Kind>
          aria-label={t('import-kind')}
          value={kind}
          onChange={next => {
            setKind(next)
            importing.forget()
          }}
          options={offered.map(value => ({ value, label: t(`import-kind.${value}`) }))}
        />
        <ImportOptions kind={kind} owner={owner} hasBook={!!current?.firstMonth} chosen={chosen} onChange={setChosen} />
      </div>
      <FileBox kind={kind} file={importing.file} isReading={importing.isReading} onFile={importing.take} isReady={kind !== 'bank-statements' || chosen.account !== ''} />
      <ImportAnswer kind={kind} importing={importing} />
    </Page>
  )
}
