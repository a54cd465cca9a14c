import { Segmented, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { mayRequest, useSession } from '../../../api'
import { Empty, Later, Page, ProblemNote, useWhere } from '../../../frame'
import { onShelf, shelves, type Shelf } from './question'
import { QuestionList } from './QuestionList'
import { useQuestions } from './useQuestions'
import '../../../questions/questions.css'

/** Questions of auditors and the answers to them: what waits for whom, and until when. */
export default function QuestionsPage() {
  const { t } = useTranslation('questions')
  const session = useSession()
  const { name } = useWhere()
  const [search, setSearch] = useSearchParams()
  const shelf = shelves.find(one => one === search.get('state')) ?? 'open'
  const isHereOnly = search.has('here')
  const { questions, isPending, error, retry } = useQuestions(isHereOnly)
  const set = (word: string, value: string | undefined) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before)
        if (value === undefined) after.delete(word)
        else after.set(word, value)
        return after
      },
      { replace: true },
    )
  const shown = questions.filter(question => onShelf(question, shelf))
  return (
    <Page
      title={t('questions')}
      subject={t(mayRequest(session, 'answer-question') ? 'questions-to-you' : 'questions-what')}
      actions={<Segmented<'all' | 'here'> aria-label={t('whose')} value={isHereOnly ? 'here' : 'all'} onChange={value => set('here', value === 'here' ? '1' : undefined)} options={[{ value: 'all', label: t('whose.all') }, { value: 'here', label: name || t('whose.here') }]} />}
    >
      <div className="vl-shelves">
        <Segmented<Shelf>
          aria-label={t('state')}
          value={shelf}
          onChange={value => set('state', value)}
          options={shelves.map(value => ({ value, label: `${t(`shelf.${value}`)} ${questions.filter(question => onShelf(question, value)).length || ''}` }))}
        />
      </div>
      {error ? (
        <ProblemNote problem={error} onRetry={retry} />
      ) : shown.length > 0 ? (
        <QuestionList questions={shown} />
      ) : isPending ? (
        <Later>
          <Skeleton active />
        </Later>
      ) : (
        <Empty text={questions.length > 0 ? t('none-on-shelf') : t(mayRequest(session, 'ask-question') ? 'none-asked-yet' : 'none-to-answer')} />
      )}
    </Page>
  )
}
