import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { maySee, useCalled, useReport, useSession } from '../../api'
import { AttachmentLink } from '../../attachments'
import { capital } from '../../capital'
import { useAddress } from '../../frame'
import { yuan } from '../../money'
import { filesOf } from '../entry/claims/claim'
import type { Paper, PaperLine } from './paper'

/** 记账凭证 as it is printed: head, lines, total with 大写, and who did what. */
export function VoucherForm({ paper }: { paper: Paper }) {
  const { t } = useTranslation('books')
  const called = useCalled()
  const total = paper.debitFen
  const session = useSession()
  const files = useReport('attachments', { book: paper.owner }, { enabled: paper.attachments.length > 0 && !!paper.owner && maySee(session, 'attachments') })
  const known = filesOf(files.data, 'voucher').get(paper.id) ?? []
  return (
    <article className="vl-paper" aria-label={`${t('voucher')} ${paper.numberText}`}>
      <header>
        <span>{paper.date}</span>
        <h2>{t('voucher-form')}</h2>
        <span>
          {paper.numberText} · {t('attached', { count: paper.attachmentCount })}
        </span>
      </header>
      <div className="vl-paper-lines">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('summary')}</th>
              <th scope="col">{t('account')}</th>
              <th scope="col" data-number>
                {t('debit')}
              </th>
              <th scope="col" data-number>
                {t('credit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {paper.lines.map(line => (
              <Line key={line.line} line={line} paper={paper} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('sum')} <span className="vl-capital">{total === undefined ? '' : capital(total)}</span>
              </th>
              <Amount fen={paper.debitFen ?? null} />
              <Amount fen={paper.creditFen ?? null} />
            </tr>
          </tfoot>
        </table>
      </div>
      <dl className="vl-signers">
        <div>
          <dt>{t('signer.chief')}</dt>
          <dd className="vl-by-hand" />
        </div>
        {(['postedBy', 'reviewedBy', 'cashier', 'preparedBy'] as const).map(signer => (
          <div key={signer}>
            <dt>{t(`signer.${signer}`)}</dt>
            <dd>{called(paper[signer]) || '—'}</dd>
          </div>
        ))}
      </dl>
      {paper.attachments.length > 0 && (
        <p className="vl-attachments">
          {t('attachments')}
          {paper.attachments.map(one => (
            <AttachmentLink key={one.sha256} sha256={one.sha256} of={{ voucher: paper.id }} isStored={known.find(file => file.sha256 === one.sha256)?.isStored} className="vl-in-row">
              {one.name}
            </AttachmentLink>
          ))}
        </p>
      )}
    </article>
  )
}

function Line({ line, paper }: { line: PaperLine; paper: Paper }) {
  const addressOf = useAddress()
  return (
    <tr>
      <td>{line.summary}</td>
      <td>
        <Link to={addressOf('/reports/detail-ledger', { account: line.account, owner: paper.owner, month: paper.month })}>
          {line.account} {line.name}
        </Link>
        {line.beside.length > 0 && <small>{line.beside.map(one => `${one.heading}：${one.text}`).join(' · ')}</small>}
      </td>
      <Amount fen={line.debitFen} />
      <Amount fen={line.creditFen} />
    </tr>
  )
}

function Amount({ fen }: { fen: number | null }) {
  return (
    <td data-number data-red={(fen !== null && fen < 0) || undefined}>
      {fen === null ? '' : yuan(fen)}
    </td>
  )
}
