import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { isProblem, useRequest, useSession, type ApiProblem, type Account, type Fields, type Outcome } from '../../../api'
import { Drafts, type Kept } from './drafts'
import { reduce, type Draft } from './grid'
import { faultsOf, fieldsOf, refusedLine, type Fault } from './request'

/** This window, among others of the same browser. */
const tab = Math.random().toString(36).slice(2)

export function useDrafts(): Drafts {
  const { user } = useSession()
  return useMemo(() => new Drafts(localStorage, user, tab), [user])
}

const keepMs = 250
const heartbeatMs = 5_000
const againMs = 5_000

export interface Refused {
  problem: ApiProblem
  /** The key of the line that it speaks of. */
  line?: number
}

interface Words {
  begun: Kept
  accounts: Map<string, Account>
  isLocked: boolean
  onSaved: (outcome: Outcome, draft: Draft, isNext: boolean) => void
}

/** A draft and its way to the server. Kept in this browser at every change; once sent without an answer it stands still and is sent again as it was, until one comes. */
export function useVoucher({ begun, accounts, isLocked, onSaved }: Words) {
  const drafts = useDrafts()
  const [draft, dispatch] = useReducer(reduce, begun.draft)
  const [sent, setSent] = useState<Fields | undefined>(begun.sent)
  const [faults, setFaults] = useState<Fault[]>([])
  const [refused, setRefused] = useState<Refused | null>(null)
  const { send: post, isSending } = useRequest(draft.amends ? 'amend-voucher' : 'prepare-voucher')
  const keeping = useKeeping(drafts, draft, begun.draft, sent, isLocked)
  const isNext = useRef(false)

  const transmit = useCallback(
    async (fields: Fields) => {
      keeping.now(fields)
      setRefused(null)
      try {
        const outcome = await post(fields, { id: draft.id })
        keeping.done()
        onSaved(outcome, draft, isNext.current)
      } catch (error) {
        if (!isProblem(error)) throw error
        if (error.isOffline || error.status === 401) return setSent(fields)
        setSent(undefined)
        setRefused({ problem: error, line: refusedLine(draft, error.detail) })
        keeping.now(undefined)
      }
    },
    [draft, keeping, onSaved, post],
  )

  const save = useCallback(
    (goesOn: boolean) => {
      if (isLocked || isSending) return
      isNext.current = goesOn
      if (sent) return void transmit(sent)
      const found = faultsOf(draft, accounts)
      setFaults(found)
      setRefused(null)
      if (found.length === 0) void transmit(fieldsOf(draft))
    },
    [accounts, draft, isLocked, isSending, sent, transmit],
  )

  useEffect(() => {
    if (!sent || isSending) return
    const timer = setTimeout(() => void transmit(sent), againMs)
    return () => clearTimeout(timer)
  }, [sent, isSending, transmit])

  // What was found wrong goes as soon as it is put right; nothing new is found while typing.
  const standing = useMemo(() => (faults.length === 0 ? faults : stillWrong(faults, faultsOf(draft, accounts))), [faults, draft, accounts])
  return { draft, dispatch, save, isSending, isWaiting: sent !== undefined, faults: standing, refused, savedAt: keeping.savedAt, isKept: keeping.isKept }
}

function stillWrong(before: Fault[], now: Fault[]): Fault[] {
  return now.filter(fault => before.some(one => one.key === fault.key && one.line === fault.line && one.field === fault.field))
}

/** Writes the draft a moment after each change, and when the window goes away. */
function useKeeping(drafts: Drafts, draft: Draft, begun: Draft, sent: Fields | undefined, isLocked: boolean) {
  const [savedAt, setSavedAt] = useState<number>()
  const [isKept, setKept] = useState(true)
  const latest = useRef({ draft, sent, isOver: isLocked })
  latest.current = { ...latest.current, draft, sent }
  const hasChanged = draft !== begun

  const now = useCallback(
    (words: Fields | undefined) => {
      if (latest.current.isOver) return
      setKept(drafts.keep(latest.current.draft, words))
      setSavedAt(Date.now())
    },
    [drafts],
  )

  useEffect(() => {
    if (!hasChanged || isLocked) return
    const timer = setTimeout(() => now(latest.current.sent), keepMs)
    return () => clearTimeout(timer)
  }, [draft, hasChanged, isLocked, now])

  useEffect(() => {
    if (isLocked) return
    drafts.hold(begun.id)
    const beat = setInterval(() => drafts.hold(begun.id), heartbeatMs)
    const leave = () => {
      if (!latest.current.isOver && (drafts.read(begun.id) || latest.current.draft !== begun)) drafts.keep(latest.current.draft, latest.current.sent)
      drafts.hold(begun.id, false)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(beat)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [drafts, begun, isLocked])

  const done = useCallback(() => {
    latest.current.isOver = true
    drafts.forget(latest.current.draft.id)
  }, [drafts])
  return useMemo(() => ({ now, done, savedAt, isKept }), [now, done, savedAt, isKept])
}
