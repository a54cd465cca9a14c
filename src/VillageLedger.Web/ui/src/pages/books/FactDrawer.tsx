import { Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFact } from '../../api'
import { Later, ProblemNote } from '../../frame'
import { useIsPhone } from '../../media'

/** A record of the log as it is stored, for whoever doubts: nothing left out, nothing added. */
export function FactDrawer({ position, onClose }: { position: number | null; onClose: () => void }) {
  const { t } = useTranslation('books')
  const isPhone = useIsPhone()
  const fact = useFact(position)
  return (
    <Drawer open={position !== null} onClose={onClose} size={isPhone ? '100%' : 600} title={t('fact', { position })}>
      {fact.error ? (
        <ProblemNote problem={fact.error} />
      ) : fact.data ? (
        <>
          <dl className="vl-head">
            <div>
              <dt>{t('fact-recorded')}</dt>
              <dd>{fact.data.recordedAt}</dd>
            </div>
            <div>
              <dt>{t('fact-kind')}</dt>
              <dd>{fact.data.type}</dd>
            </div>
            <div>
              <dt>{t('fact-place')}</dt>
              <dd>
                {fact.data.stream} · {fact.data.version}
              </dd>
            </div>
          </dl>
          <h3>{t('fact-data')}</h3>
          <pre className="vl-stored" tabIndex={0}>
            {JSON.stringify(fact.data.data, null, 2)}
          </pre>
          <h3>{t('fact-headers')}</h3>
          <pre className="vl-stored" tabIndex={0}>
            {JSON.stringify(fact.data.headers, null, 2)}
          </pre>
        </>
      ) : (
        <Later>
          <Skeleton active />
        </Later>
      )}
    </Drawer>
  )
}
