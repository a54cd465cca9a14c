import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, mayRequest, newId, readWrittenClaim, useParties, useReport, useSession, type ApiProblem } from '../../../api'
import { Empty, Later, Page, ProblemNote, periodText, useWhen, useWhere } from '../../../frame'
import '../entry.css'
import './claims.css'
import { amending, claimsOf, emptyClaim, filesOf, type Claim, type ClaimDraft } from './claim'
import { ClaimCard } from './ClaimCard'
import { ClaimForm } from './ClaimForm'
import { keptClaim } from './claimStore'
import { today } from './today'

const stages = ['open', 'handed-in', 'approved', 'vouchered', 'returned', 'withdrawn'] as const
type Stage = (typeof stages)[number]

/** 报账: originals handed in with photos, approved, and made into vouchers. */
export default function ClaimsPage() {
  const { t, i18n } = useTranslation('entry')
  const session = useSession()
  const when = useWhen()
  const { owner, current, name } = useWhere()
  const [stage, setStage] = useState<Stage>('open')
  const [problem, setProblem] = useState<ApiProblem>()
  const [draft, setDraft] = useState<ClaimDraft | undefined>(() => (owner ? keptClaim(session.user, owner) : undefined))
  // What waits is shown whatever its month: a claim is not missed because the period is another.
  const period = stage === 'open' ? { at: when.options.at } : when.options
  const report = useReport('claims', { book: owner, ...period }, { enabled: !!owner })
  const files = useReport('attachments', { book: owner, ...period }, { enabled: !!owner && session.reports.includes('attachments') })
  const claims = useMemo(() => (report.data ? claimsOf(report.data).filter(one => isAt(stage, one)).reverse() : []), [report.data, stage])
  const parties = useParties(owner)
  const names = useMemo(() => new Map((parties.data ?? []).map(one => [one.party, one.name])), [parties.data])
  const filesByClaim = useMemo(() => filesOf(files.data), [files.data])
  const mayHandIn = mayRequest(session, 'hand-in-claim') && !when.isHistoric

  if (!owner) return <Page title={t('claims')}><Empty text={t('choose-owner')} /></Page>
  const begin = () => setDraft(keptClaim(session.user, owner) ?? emptyClaim(newId(), owner, today()))
  const amend = async (claim: string) => {
    try {
      setDraft(amending(await readWrittenClaim(claim), newId()))
    } catch (error) {
      if (!isProblem(error)) throw error
      setProblem(error)
    }
  }
  if (draft && draft.book === owner && mayHandIn) return <ClaimForm key={draft.id} begun={draft} owner={current} onClose={() => setDraft(undefined)} />
  return (
    <Page
      title={t('claims')}
      subject={`${name} · ${stage === 'open' ? t('claims-waiting') : periodText(when.period, i18n.language)}`}
      actions={
        mayHandIn && (
          <Button type="primary" icon={<PlusOutlined />} onClick={begin} className="vl-claim-new">
            {t('claim-new')}
          </Button>
        )
      }
    >
      <Segmented<Stage> className="vl-claim-stages" aria-label={t('stage')} value={stage} onChange={setStage} options={stages.map(value => ({ value, label: t(`claim-stage.${value}`) }))} />
      {problem && <ProblemNote problem={problem} />}
      {report.error && <ProblemNote problem={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Later><Skeleton active paragraph={{ rows: 6 }} /></Later>}
      {report.data && claims.length === 0 && (
        <Empty text={t(stage === 'open' ? 'claims-none-open' : 'claims-none')}>
          {mayHandIn && <Button type="primary" onClick={begin}>{t('claim-new')}</Button>}
        </Empty>
      )}
      <ul className="vl-claims" aria-label={t('claims')}>
        {claims.map(claim => (
          <ClaimCard
            key={claim.claim}
            claim={{ ...claim, payeeName: claim.payeeName || (names.get(claim.payee) ?? '') }}
            owner={current}
            files={filesByClaim.get(claim.claim) ?? []}
            onAmend={() => void amend(claim.claim)}
          />
        ))}
      </ul>
    </Page>
  )
}

function isAt(stage: Stage, claim: Claim): boolean {
  return stage === 'open' ? claim.state === 'handed-in' || claim.state === 'approved' || claim.state === 'returned' : claim.state === stage
}
