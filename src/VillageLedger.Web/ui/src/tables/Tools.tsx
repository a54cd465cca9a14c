import { CopyOutlined, DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { exportAddress, type ExportFormat } from '../api'
import type { Unit } from '../money'
import { prefer, usePreferences } from '../preferences'
import { tsv } from './cells'
import type { BodyProps } from './ReportTable'

const formats: ExportFormat[] = ['xlsx', 'csv', 'pdf', 'json']

/** Above a table: filter by typing, the unit, copy and export. */
export function Tools({ view, options, tools, shown, writing, arrangement }: Omit<BodyProps, 'box' | 'leads'>) {
  const { t } = useTranslation('tables')
  const { message } = App.useApp()
  const { unit } = usePreferences()
  const { arranged, filter, setFilter } = arrangement
  const hasMoney = shown.some(({ column }) => column.kind === 'fen')

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tsv(shown, arranged.map(row => row.cells), writing))
      void message.success(t('copied', { rows: arranged.length }))
    } catch {
      void message.error(t('copy-failed'))
    }
  }

  return (
    <div className="vl-table-tools">
      {tools}
      {view.rows.length > 8 && (
        <Input className="vl-filter" prefix={<SearchOutlined />} allowClear placeholder={t('filter')} aria-label={t('filter')} value={filter} onChange={event => setFilter(event.target.value)} />
      )}
      {filter && (
        <span className="vl-quiet" role="status">
          {t('rows-of', { shown: arranged.length, all: view.rows.length })}
        </span>
      )}
      <span className="vl-table-tools-end">
        {hasMoney && (
          <>
            <span className="vl-unit">{t('unit')}</span>
            <Segmented<Unit>
              size="small"
              aria-label={t('unit')}
              value={unit}
              onChange={next => prefer({ unit: next })}
              options={[
                { value: 'yuan', label: t('unit.yuan') },
                { value: 'wan', label: t('unit.wan') },
              ]}
            />
          </>
        )}
        <Button type="text" size="small" icon={<CopyOutlined />} onClick={() => void copy()} aria-label={t('copy')} title={t('copy')} />
        {options && (
          <Dropdown
            trigger={['click']}
            menu={{ items: formats.map(format => ({ key: format, label: <a href={exportAddress(view.report, options, format)} download={format !== 'pdf' || undefined}>{t(`format.${format}`)}</a> })) }}
          >
            <Button type="text" size="small" icon={<DownloadOutlined />} aria-label={t('export')} title={t('export')} />
          </Dropdown>
        )}
      </span>
    </div>
  )
}
