import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { callJson } from '../../../api'
import { Empty } from '../../../frame'
import '../../../tables/tables.css'
import { amounts, faultsByPlace, shownRows, type Answer, type FileColumn, type Kind, type Mapping } from './importing'

interface Props {
  kind: Kind
  answer: Answer
  mapping: Mapping
  onlyFaulty: boolean
  onMap: (heading: string, field: string) => void
}

const isAmount = (column: FileColumn) => amounts.includes(column.field ?? '')

/** The file as it stands, each column under what it means, each fault at its cell. */
export function FileGrid({ kind, answer, mapping, onlyFaulty, onMap }: Props) {
  const { t, i18n } = useTranslation('entry')
  const fields = useQuery({ queryKey: ['import-fields', kind, i18n.language], queryFn: () => callJson<{ field: string; title: string }[]>(`/imports/${kind}/fields`), staleTime: Infinity })
  const columns = useMemo(() => answer.columns ?? [], [answer.columns])
  const places = useMemo(() => faultsByPlace(answer.faults, columns), [answer.faults, columns])
  const rows = shownRows(answer.rows, answer.faults, onlyFaulty)
  if (columns.length === 0) return null
  const options = [{ value: '', label: t('import-not-used') }, ...(fields.data ?? []).map(one => ({ value: one.field, label: one.title }))]
  return (
    <>
      <div className="vl-grid vl-file-grid" tabIndex={0} role="region" aria-label={t('import-grid')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import-row')}</th>
              {columns.map(column => (
                <th scope="col" key={column.letter} data-used={column.field ? true : undefined} data-number={isAmount(column) || undefined}>
                  <div>
                    <small className="vl-quiet">{column.letter}</small> {column.heading}
                  </div>
                  {column.heading && (
                    <Select
                      size="small"
                      variant="filled"
                      className="vl-file-field"
                      popupMatchSelectWidth={false}
                      aria-label={t('import-means', { heading: column.heading })}
                      value={mapping[column.heading] ?? column.field ?? ''}
                      onChange={field => onMap(column.heading, field)}
                      options={options}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => {
              const ofRow = places.get(String(row.row))
              return (
                <tr key={row.row}>
                  <th scope="row" data-fault={ofRow ? true : undefined} title={ofRow?.map(fault => fault.message).join('\n')}>
                    {row.row}
                  </th>
                  {columns.map((column, i) => {
                    const place = `${column.letter}${row.row}`
                    const found = places.get(place)
                    return (
                      <td key={place} id={`cell-${place}`} data-fault={found ? true : undefined} data-number={isAmount(column) || undefined}>
                        {row.cells[i]}
                        {found?.map((fault, n) => (
                          <small key={n} className="vl-cell-fault">
                            {fault.message}
                          </small>
                        ))}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <Empty text={t('import-faults-elsewhere')} />}
      {answer.rowsInAll > answer.rows.length && <p className="vl-quiet">{t('import-rows-shown', { shown: answer.rows.length, all: answer.rowsInAll })}</p>}
    </>
  )
}
