import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useReportList, useSession, type ReportDefinition } from '../../api'
import { Empty, Later, Page, ProblemNote, useWhen, useWhere } from '../../frame'
import './books.css'
import { Figured } from './Figured'
import { missing, openTo, optionsOf } from './options'
import { OptionsForm } from './OptionsForm'

/** A report with its options: its table, what a figure is made of, and two moments of it side by side. */
export function Report({ name, title, intro }: { name: string; title?: string; intro?: string }) {
  const { t } = useTranslation('books')
  const list = useReportList()
  const definition = list.data?.find(one => one.name === name)
  if (list.error) return <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
  if (!list.data)
    return (
      <Later>
        <Skeleton active />
      </Later>
    )
  if (!definition)
    return (
      <Page title={t('report-not-there')}>
        <p>{t('report-not-there-what')}</p>
      </Page>
    )
  return <Asked definition={definition} title={title ?? definition.title} intro={intro} />
}

function Asked({ definition: offered, title, intro }: { definition: ReportDefinition; title: string; intro?: string }) {
  const { t } = useTranslation('books')
  const where = useWhere()
  const when = useWhen()
  const session = useSession()
  const [search, setSearch] = useSearchParams()
  const definition = useMemo(() => openTo(session, offered), [session, offered])
  const options = useMemo(() => optionsOf(definition, search, where, when), [definition, search, where, when])
  const lacking = missing(definition, options)

  const change = (name: string, value: string | undefined) =>
    setSearch(before => {
      const after = new URLSearchParams(before)
      if (value === undefined) after.delete(name)
      else after.set(name, value)
      // What was open belongs to the rows of before.
      after.delete('row')
      after.delete('column')
      return after
    })

  const names = lacking.map(one => definition.options.find(option => option.name === one)?.title ?? one).map(title => title.replace(/[。.]$/, '')).join(t('list-comma'))
  return (
    <Figured definition={definition} title={title} options={options} isAsked={lacking.length === 0}>
      {intro && <p className="vl-quiet vl-intro">{intro}</p>}
      <OptionsForm definition={definition} options={options} onChange={change} />
      {lacking.length > 0 && <Empty text={lacking.includes('book') ? t('choose-book') : t('choose-options', { names })} />}
    </Figured>
  )
}
