import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { maySee, useReport, useSession, type Owner, type ReportView } from '../../api'
import { useWhen } from '../../frame'
import { money } from '../../money'
import { checksAtOnce, earliestOpen, useChecks } from './checks'
import { yearOfThreshold, type Checked } from './marks'
import { codeOf } from './place'
import { rowsOf } from './statistics'

export interface VillageFacts {
  closedThrough?: string
  checked?: Checked
  isWeak?: boolean
}

/** What is known of each village beside its income: how far it is closed, what month-check warns of, whether it lies below the threshold. */
export function useVillageFacts(villages: Owner[], place: string | undefined) {
  const { t } = useTranslation('township')
  const session = useSession()
  const when = useWhen()
  const year = yearOfThreshold(when.month)
  const at = when.at === undefined ? {} : { at: when.at }
  const isAsked = villages.length > 0
  const income = useReport('operating-income', when.options, { enabled: isAsked })
  const weak = useReport('weak-villages', { place, year, ...at }, { enabled: isAsked && maySee(session, 'weak-villages') })
  const thresholds = useReport('thresholds', { place, year, ...at }, { enabled: isAsked && !!place && maySee(session, 'thresholds') })
  const closed = useMemo(() => closedOf(income.data), [income.data])
  const asked = useMemo(
    () =>
      income.data && maySee(session, 'month-check')
        ? villages
            .flatMap(village => {
              const month = earliestOpen(village.firstMonth, closed.get(codeOf(village)), when.month)
              return month && village.firstMonth ? [{ owner: village.owner, month }] : []
            })
            .slice(0, checksAtOnce)
        : [],
    [income.data, villages, closed, when.month, session],
  )
  const checks = useChecks(asked, when.at)
  const weakOnes = useMemo(() => new Set(weak.data ? rowsOf(weak.data).map(row => row.key) : []), [weak.data])
  return {
    isChecking: checks.size < asked.length,
    thresholdNote: thresholds.data && noteOf(thresholds.data, year, t),
    of: (code: string): VillageFacts => ({ closedThrough: closed.get(code), checked: checks.get(`village/${code}`)?.checked, isWeak: weakOnes.has(code) }),
  }
}

export function closedOf(view: ReportView | undefined): Map<string, string> {
  return new Map((view ? rowsOf(view) : []).flatMap(row => (typeof row.cell('closedThrough') === 'string' ? [[row.key, row.cell('closedThrough') as string] as const] : [])))
}

function noteOf(view: ReportView, year: number, t: (key: string, values?: Record<string, string | number>) => string): string {
  const said = rowsOf(view).map(row => {
    const word = (name: string) => view.words[name]?.[String(row.cell(name))] ?? String(row.cell(name))
    return t('threshold', { metric: word('metric'), comparator: word('comparator'), amount: money(Number(row.cell('amountFen')), 'wan'), from: Number(row.cell('from')), source: String(row.cell('source')) })
  })
  return said.length === 0 ? t('no-threshold', { year }) : t('thresholds', { year, said: said.join(t('semicolon')) })
}
