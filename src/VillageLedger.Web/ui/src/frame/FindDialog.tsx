import { Input, Modal } from 'antd'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSearch, useSession, type Found } from '../api'
import { menuOf } from '../routes'
import { useAddress } from './address'

interface Way {
  kind: Found['kind']
  title: string
  to: string
}

/** What is found stands below as links; the arrow keys go through them. */
export default function FindDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const addressOf = useAddress()
  const [typed, setTyped] = useState('')
  const found = useSearch(useDeferredValue(typed))
  const list = useRef<HTMLUListElement>(null)
  const words = typed.trim().toLowerCase()

  const pages: Way[] = words
    ? menuOf(session)
        .flatMap(({ pages: some }) => some)
        .map((page): Way => ({ kind: 'page', title: t(page.menu.textKey), to: addressOf(page.path) }))
        .filter(way => way.title.toLowerCase().includes(words))
    : []
  const ways = [...pages, ...(words ? (found.data ?? []) : []).map((one): Way => ({ kind: one.kind, title: one.title, to: wayTo(one, addressOf) }))]

  const onKey = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus()
    else if (event.key === 'Enter' && at < 0) links[0]?.click()
    else return
    event.preventDefault()
  }

  return (
    <Modal open footer={null} title={t('frame:find')} onCancel={onClose} destroyOnHidden>
      <div onKeyDown={onKey}>
        <Input autoFocus allowClear aria-label={t('frame:find')} placeholder={t('frame:find-what')} value={typed} onChange={event => setTyped(event.target.value)} />
        <ul className="vl-found" ref={list}>
          {ways.map(way => (
            <li key={way.kind + way.to}>
              <Link to={way.to} onClick={onClose}>
                <span>{way.title}</span>
                <small>{t(`frame:found.${way.kind}`)}</small>
              </Link>
            </li>
          ))}
        </ul>
        {words && ways.length === 0 && !found.isFetching && <p className="vl-quiet">{t('frame:found-nothing')}</p>}
      </div>
    </Modal>
  )
}

function wayTo(one: Found, addressOf: ReturnType<typeof useAddress>): string {
  if (one.voucher) return addressOf(`/vouchers/${encodeURIComponent(one.voucher)}`, { owner: one.owner })
  if (one.report) return addressOf(`/reports/${one.report}`)
  return one.owner ? addressOf('/reports/trial-balance', { owner: one.owner }) : addressOf(one.path)
}
