import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useCalled, useReportTitle, useSession } from '../../../api'
import { Empty, Later, Page, periodText, ProblemNote, useAddress, useWhen } from '../../../frame'
import { figurePath, type AskedFigure } from '../../../questions'
import { voucherPath } from '../../books/links'
import { NamedFiles } from '../../entry/NamedFiles'
import { isOwnRow, stepsOf, type Question } from './question'
import { Due } from './QuestionList'
import { Steps } from './Steps'
import { useAskedFigure } from './useAskedFigure'
import { useQuestions } from './useQuestions'
import { useVoucherTitle } from './useVoucherTitle'
import '../../../questions/questions.css'

/** One question with what it is about, its answer, and what this person may do next. */
export default function QuestionPage() {
  const { t } = useTranslation('questions')
  const { id } = useParams()
  const addressOf = useAddress()
  const session = useSession()
  const called = useCalled()
  const { isHistoric } = useWhen()
  const { questions, isPending, error, retry } = useQuestions(false)
  const question = questions.find(one => one.id === id)
  if (error) return <ProblemNote problem={error} onRetry={retry} />
  if (!question)
    return isPending ? (
      <Later>
        <Skeleton active />
      </Later>
    ) : (
      <Page title={t('question')}>
        <Empty text={t('not-found')}>
          <Link to={addressOf('/questions')}>{t('to-questions')}</Link>
        </Empty>
      </Page>
    )
  const steps = isHistoric ? [] : stepsOf(question, session.user, session.requests)
  return (
    <Page title={t('question-of', { owner: question.ownerName })} subject={<Due question={question} />} actions={<Link to={addressOf('/questions')}>{t('to-questions')}</Link>}>
      <div className="vl-question">
        <About question={question} />
        <Said title={t('asked-by', { by: called(question.askedBy), day: question.asked })} text={question.text} />
        {question.answer && <Said isAnswer title={t('answered-by', { by: called(question.answeredBy), day: question.answered })} text={question.answer} below={question.attachments > 0 ? t('attachments-count', { count: question.attachments }) : undefined}><NamedFiles book={question.owner} source="question" id={question.id} /></Said>}
        {question.reason && <Said title={t(`reason.${question.state}`)} text={question.reason} below={question.closed} />}
        {steps.length > 0 ? <Steps key={`${question.id} ${question.state}`} question={question} steps={steps} /> : <p className="vl-quiet">{t(`waits.${question.state}`)}</p>}
      </div>
    </Page>
  )
}

function About({ question: { owner, ownerName, voucher, figure } }: { question: Question }) {
  const { t, i18n } = useTranslation('questions')
  const named = useAskedFigure(figure, owner)
  const voucherTitle = useVoucherTitle(voucher)
  const titleOf = useReportTitle()
  const addressOf = useAddress()
  return (
    <dl className="vl-question-about">
      {figure && (
        <div>
          <dt>{t('figure')}</dt>
          <dd>
            {[titleOf(figure.report), named ? named.row !== ownerName && named.row : isOwnRow(figure, owner) ? '' : figure.row, named?.heading, periodOf(figure, i18n.language)].filter(Boolean).join(' · ')}{' '}
            {named?.text && <strong className="vl-asked-figure">{named.text}</strong>}{' '}
            <Link to={figurePath(figure, owner, true)}>{t('figure-then')}</Link> <Link to={figurePath(figure, owner, false)}>{t('figure-now')}</Link>
          </dd>
        </div>
      )}
      {voucher && (
        <div>
          <dt>{t('voucher')}</dt>
          <dd>
            <Link to={addressOf(voucherPath(voucher), { owner })}>{voucherTitle}</Link>
          </dd>
        </div>
      )}
    </dl>
  )
}

function periodOf({ month, year }: AskedFigure, language: string): string {
  if (month) return periodText({ kind: 'month', month }, language)
  return year ? periodText({ kind: 'year', year: String(year) }, language) : ''
}

function Said({ title, text, below, isAnswer, children }: { title: string; text: string; below?: string; isAnswer?: boolean; children?: ReactNode }) {
  return (
    <section className="vl-said" data-answer={isAnswer || undefined}>
      <h2>{title}</h2>
      <p>{text}</p>
      {below && <p className="vl-quiet">{below}</p>}
      {children}
    </section>
  )
}
