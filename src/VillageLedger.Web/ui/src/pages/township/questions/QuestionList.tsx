import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled, useReportTitle } from '../../../api'
import { periodText, useAddress } from '../../../frame'
import { daysBetween, today } from '../../../questions/days'
import { isOwnRow, type Question } from './question'
import { useVoucherTitle } from './useVoucherTitle'

export function QuestionList({ questions }: { questions: Question[] }) {
  const addressOf = useAddress()
  const called = useCalled()
  const { t } = useTranslation('questions')
  return (
    <ul className="vl-questions">
      {questions.map(question => (
        <li key={question.id}>
          <Link to={addressOf(`/questions/${encodeURIComponent(question.id)}`, { owner: question.owner })}>
            <span className="vl-question-head">
              <strong>{question.ownerName}</strong>
              <AboutText question={question} />
              <Due question={question} />
            </span>
            <span className="vl-question-text">{question.text}</span>
            {question.answer && <span className="vl-question-answer">{t('answer-short', { by: called(question.answeredBy), text: question.answer })}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function AboutText({ question }: { question: Question }) {
  const { t, i18n } = useTranslation('questions')
  const titleOf = useReportTitle()
  const { figure } = question
  const voucher = useVoucherTitle(question.voucher)
  const parts = [figure && titleOf(figure.report), figure && !isOwnRow(figure, question.owner) && figure.row, figure?.month ? periodText({ kind: 'month', month: figure.month }, i18n.language) : figure?.year, voucher && t('voucher-of', { voucher })]
  return <span className="vl-quiet">{parts.filter(Boolean).join(' · ')}</span>
}

/** Until when, in the words of whoever must act: days left, or days over. */
export function Due({ question }: { question: Question }) {
  const { t } = useTranslation('questions')
  if (question.state !== 'open') return <span className="vl-question-due-mark">{question.stateText}</span>
  const left = daysBetween(today(), question.due)
  const text = left < 0 ? t('over-by', { count: -left }) : left === 0 ? t('due-today') : t('due-in', { count: left })
  return (
    <span className="vl-question-due-mark" data-overdue={left < 0 || undefined}>
      {text} · {question.due}
    </span>
  )
}
