import { DownloadOutlined } from '@ant-design/icons'
import { Button, Input, Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { addressOf as serverAddress } from '../../api'
import { Empty, Later, Page, ProblemNote } from '../../frame'
import { OperationTable } from './OperationTable'
import { filterNames, filterOf, useActionTitles, useOperations } from './operations'
import './regulator.css'

/** Who did or read what, when and from where (财会〔2024〕12号 art. 32): found by operator, time and content. */
export default function OperationsPage() {
  const { t } = useTranslation('regulator')
  const [search, setSearch] = useSearchParams()
  const titles = useActionTitles()
  const filter = { ...filterOf(search), actions: titles.meant(search.get('text') ?? undefined) }
  const page = Math.max(1, Number(search.get('page')) || 1)
  const operations = useOperations(filter, page)
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(filterNames.map(name => [name, search.get(name) ?? ''])))
  const go = (words: Record<string, string>) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      for (const [name, value] of Object.entries(words)) {
        if (value) after.set(name, value)
        else after.delete(name)
      }
      return after
    })
  const field = (name: (typeof filterNames)[number]) => (
    <label key={name} className="vl-option">
      {t(`filter.${name}`)}
      <Input type={name.endsWith('day') ? 'date' : 'search'} className={name === 'text' ? 'vl-operation-text' : 'vl-operation-field'} value={typed[name]} onChange={event => setTyped({ ...typed, [name]: event.target.value })} />
    </label>
  )
  return (
    <Page
      title={t('operations')}
      subject={t('operations-what')}
      actions={
        <Button icon={<DownloadOutlined />} href={serverAddress('/operations', { ...filter, format: 'csv' })} download>
          {t('operations-export')}
        </Button>
      }
    >
      <form
        className="vl-operation-filter"
        role="search"
        onSubmit={event => {
          event.preventDefault()
          go({ ...typed, page: '' })
        }}
      >
        {filterNames.map(field)}
        <Button htmlType="submit" type="primary">
          {t('find')}
        </Button>
      </form>
      {operations.error ? (
        <ProblemNote problem={operations.error} onRetry={() => void operations.refetch()} />
      ) : !operations.data ? (
        <Later>
          <Skeleton active paragraph={{ rows: 10 }} />
        </Later>
      ) : operations.data.rows.length === 0 ? (
        <Empty text={t('no-operations')} />
      ) : (
        <>
          <OperationTable rows={operations.data.rows} isStale={operations.isPlaceholderData} />
          <Pagination
            align="end"
            current={operations.data.page.number}
            pageSize={operations.data.page.rowsPerPage}
            total={operations.data.page.rowsInAll}
            showSizeChanger={false}
            showTotal={count => t('operations-count', { count })}
            onChange={number => go({ page: number === 1 ? '' : String(number) })}
          />
        </>
      )}
    </Page>
  )
}
