import { Alert, Button, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote, useAddress, withoutRequestNames } from '../../../frame'
import { yuan } from '../../../money'
import { FileGrid } from './FileGrid'
import { hasFaultyRows, type Answer, type Kind } from './importing'
import type { Importing } from './useImport'

/** What the file says, what is wrong with it, and the button that takes it in whole. */
export function ImportAnswer({ kind, importing }: { kind: Kind; importing: Importing }) {
  const { t } = useTranslation('entry')
  const { answer, problem, fault, taken, isTaking, isReading } = importing
  const [onlyFaulty, setOnlyFaulty] = useState(true)
  if (fault) return <Alert type="error" showIcon role="alert" title={t(fault)} />
  if (taken) return <Taken kind={kind} taken={taken} onNext={importing.forget} />
  return (
    <>
      <ProblemNote problem={problem} onRetry={importing.again} />
      {answer && (
        <>
          <Verdict kind={kind} answer={answer} isTaking={isTaking} isReading={isReading} onImport={importing.importAll} />
          {hasFaultyRows(answer) && (
            <label className="vl-inline-field">
              <Switch size="small" checked={onlyFaulty} onChange={setOnlyFaulty} aria-label={t('import-only-faulty')} />
              <span>{t('import-only-faulty')}</span>
            </label>
          )}
          <FileGrid kind={kind} answer={answer} mapping={importing.mapping ?? {}} onlyFaulty={onlyFaulty && hasFaultyRows(answer)} onMap={importing.map} />
        </>
      )}
    </>
  )
}

function Verdict({ kind, answer, isTaking, isReading, onImport }: { kind: Kind; answer: Answer; isTaking: boolean; isReading: boolean; onImport: () => void }) {
  const { t } = useTranslation('entry')
  const { faults } = answer
  if (faults.length > 0) return <Alert type="error" showIcon role="alert" title={t('import-faults', { count: faults.length })} description={<FaultList answer={answer} />} />
  if (answer.outcome === 'already-done') return <Alert type="warning" showIcon role="status" title={t('import-already')} />
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t(`import-ready.${kind}`, { rows: answer.rowsInAll, vouchers: answer.vouchers ?? 0, lines: answer.lines ?? 0, known: answer.known ?? 0, accounts: answer.accounts ?? 0 })}
      description={answer.gapFen ? t('import-gap', { amount: yuan(answer.gapFen) }) : undefined}
      action={
        <Button type="primary" loading={isTaking} disabled={isReading} onClick={onImport}>
          {t('import-all')}
        </Button>
      }
    />
  )
}

const mostListed = 100

function FaultList({ answer }: { answer: Answer }) {
  const { t } = useTranslation('entry')
  return (
    <ul className="vl-refused" aria-label={t('import-fault-list')}>
      {answer.faults.slice(0, mostListed).map((fault, i) => (
        <li key={i}>
          {fault.cell && (
            <>
              <a href={`#cell-${fault.cell}`}>{fault.cell}</a>{' '}
            </>
          )}
          {withoutRequestNames(fault.message)}
        </li>
      ))}
      {answer.faults.length > mostListed && <li>{t('import-more-faults', { count: answer.faults.length - mostListed })}</li>}
    </ul>
  )
}

function Taken({ kind, taken, onNext }: { kind: Kind; taken: Answer; onNext: () => void }) {
  const { t } = useTranslation('entry')
  const addressOf = useAddress()
  const next = kind === 'vouchers' ? '/vouchers/review' : kind === 'bank-statements' ? '/cashier?tab=match' : '/reports/trial-balance'
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t(taken.outcome === 'already-done' ? 'import-already' : `import-taken.${kind}`, { vouchers: taken.vouchers ?? 0, lines: taken.lines ?? 0, known: taken.known ?? 0 })}
      action={
        <span className="vl-month-tools">
          <Link to={addressOf(next)}>{t(`import-next.${kind}`)}</Link>
          <Button size="small" onClick={onNext}>
            {t('import-another')}
          </Button>
        </span>
      }
    />
  )
}
