import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { callJson } from '../../api'
import { Later, momentText, ProblemNote } from '../../frame'

interface Projection {
  name: string
  family: string
  version: string
  position?: number
  lag?: number
  updatedAt?: string
  /** Reports of this program read it; others are kept for programs of before or are being filled. */
  isRead: boolean
}

/** While something lags it is looked at again; else it changes with the next fact, and the page's news tell of that. */
const lookAgainMs = 5_000

/** Versions of what reports read, and how far each is behind the newest record. */
export function Projections() {
  const { t } = useTranslation('regulator')
  const list = useQuery({ queryKey: ['projections'], queryFn: () => callJson<Projection[]>('/projections'), refetchInterval: query => (query.state.data?.some(one => one.isRead && one.lag !== 0) ? lookAgainMs : false) })
  return (
    <section aria-labelledby="projections">
      <h2 id="projections">{t('projections')}</h2>
      <p className="vl-quiet">{t('projections-what')}</p>
      {list.error ? (
        <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Later>
          <Skeleton active />
        </Later>
      ) : (
        <table className="vl-plain">
          <thead>
            <tr>
              <th scope="col">{t('projection')}</th>
              <th scope="col">{t('version')}</th>
              <th scope="col" data-number>
                {t('position')}
              </th>
              <th scope="col" data-number>
                {t('lag')}
              </th>
              <th scope="col">{t('updated')}</th>
              <th scope="col">{t('use')}</th>
            </tr>
          </thead>
          <tbody>
            {list.data.map(one => (
              <tr key={one.name}>
                <td data-label={t('projection')}>{t(`projection.${one.family}`, { defaultValue: one.family })}</td>
                <td data-label={t('version')}>{one.version}</td>
                <td data-number data-label={t('position')}>
                  {one.position ?? '—'}
                </td>
                <td data-number data-label={t('lag')}>
                  {one.lag ?? '—'}
                </td>
                <td data-label={t('updated')}>{momentText(one.updatedAt)}</td>
                <td data-label={t('use')}>{t(one.isRead ? 'in-use' : 'not-in-use')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
