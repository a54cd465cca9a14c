import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ApiProblem, callJson, invalidateFigures, isProblem, newId, sendUntilAnswered } from '../../../api'
import { parseYuan } from '../../../money'
import type { Chosen } from './ImportOptions'
import { fileFault, mappingKey, mappingOf, remapped, type Answer, type Kind, type Mapping } from './importing'

export type Importing = ReturnType<typeof useImport>

/** A file on its way: looked at first, then taken in by the same words. */
export function useImport(kind: Kind, owner: string | undefined, chosen: Chosen) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState<'reading' | 'taking' | null>(null)
  const [taken, setTaken] = useState<Answer | null>(null)
  // A statement that was sent without an answer is sent again under the same id.
  const [id, setId] = useState(newId)

  const ask = useCallback(
    async (of: File, words: Mapping | null, dryRun: boolean): Promise<Answer | null> => {
      setProblem(null)
      setBusy(dryRun ? 'reading' : 'taking')
      const query = {
        book: owner,
        name: of.name,
        dryRun,
        mapping: words ? JSON.stringify(words) : undefined,
        ...(kind === 'bank-statements' ? { account: chosen.account, id, openingFen: chosen.opening ? parseYuan(chosen.opening) : undefined } : {}),
        ...(kind === 'openings' ? { month: chosen.month, addAccounts: chosen.addsAccounts } : {}),
      }
      try {
        return await sendUntilAnswered(() => callJson<Answer>(`/imports/${kind}`, { method: 'POST', query, body: of }))
      } catch (error) {
        setProblem(isProblem(error) ? error : new ApiProblem(0, 'answer-unreadable', ''))
        return null
      } finally {
        setBusy(null)
      }
    },
    [kind, owner, chosen, id],
  )

  const take = useCallback(
    async (next: File) => {
      setFile(next)
      setAnswer(null)
      setTaken(null)
      setId(newId())
      const wrong = fileFault(next)
      setFault(wrong ?? null)
      if (wrong) return
      const first = await ask(next, null, true)
      if (!first) return
      const kept = first.columns ? readMapping(mappingKey(kind, first.columns)) : null
      setMapping(kept ?? mappingOf(first.columns ?? []))
      setAnswer(kept ? ((await ask(next, kept, true)) ?? first) : first)
    },
    [ask, kind],
  )

  const map = useCallback(
    async (heading: string, field: string) => {
      if (!file || !answer) return
      const next = remapped(mapping ?? {}, heading, field)
      setMapping(next)
      keepMapping(mappingKey(kind, answer.columns ?? []), next)
      const read = await ask(file, next, true)
      if (read) setAnswer(read)
    },
    [answer, ask, file, kind, mapping],
  )

  const importAll = useCallback(async () => {
    if (!file) return
    const done = await ask(file, mapping && answer?.columns && readMapping(mappingKey(kind, answer.columns)) ? mapping : null, false)
    if (!done) return
    if (done.faults.length > 0) return setAnswer(done)
    setTaken(done)
    await invalidateFigures(queries)
  }, [answer, ask, file, kind, mapping, queries])

  const again = useCallback(() => (file ? void take(file) : undefined), [file, take])
  const forget = useCallback(() => {
    setFile(null)
    setAnswer(null)
    setTaken(null)
    setProblem(null)
    setFault(null)
  }, [])
  return { file, answer, mapping, problem, fault, taken, isReading: busy === 'reading', isTaking: busy === 'taking', take: (next: File) => void take(next), map: (heading: string, field: string) => void map(heading, field), importAll: () => void importAll(), again, forget }
}

function readMapping(key: string): Mapping | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Mapping | null
  } catch {
    return null
  }
}

function keepMapping(key: string, mapping: Mapping) {
  try {
    localStorage.setItem(key, JSON.stringify(mapping))
  } catch {
    // Asked for again with the next file.
  }
}
