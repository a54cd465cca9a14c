import { CheckCircleOutlined, ExclamationCircleOutlined, StopOutlined } from '@ant-design/icons'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAddress, withoutRequestNames } from '../../frame'
import type { Check } from './checks'

const icons = { ok: <CheckCircleOutlined />, warning: <ExclamationCircleOutlined />, stops: <StopOutlined /> }
const order = { stops: 0, warning: 1, ok: 2 }

/** What stops first, then what is warned of, then what is in order. */
export function CheckList({ checks, closedThrough }: { checks: Check[]; closedThrough?: string }) {
  const { t } = useTranslation('books')
  const addressOf = useAddress()
  const earliest = closedThrough ? dayjs(closedThrough).add(1, 'month').format('YYYY-MM') : undefined
  const wayTo = (check: Check) => {
    if (check.check === 'previous-month' && check.state !== 'ok') return earliest ? addressOf('/closing', { month: earliest }) : undefined
    return check.way && !check.way.includes('#') ? addressOf(check.way) : undefined
  }
  return (
    <ul className="vl-checks">
      {checks
        .toSorted((a, b) => order[a.state] - order[b.state])
        .map(check => {
          const way = wayTo(check)
          return (
            <li key={check.check} data-state={check.state}>
              <span className="vl-check-state">
                {icons[check.state]} {check.stateText}
              </span>
              <strong>{check.name}</strong>
              {check.detail !== check.stateText && <span className="vl-check-detail">{withoutRequestNames(check.detail)}</span>}
              {way && <Link to={way}>{t('go-there')}</Link>}
              {check.way?.includes('#') && <a href={check.way.slice(check.way.indexOf('#'))}>{t('go-there')}</a>}
            </li>
          )
        })}
    </ul>
  )
}
