import { beforeEach, describe, expect, it } from 'vitest'
import { Drafts, goneAfterMs, type Store } from './drafts'
import { emptyDraft, reduce, type Draft } from './grid'

let store: Store
let time: number
const village = 'village/330110112201'

beforeEach(() => {
  const kept = new Map<string, string>()
  time = 1_000_000
  store = {
    get length() {
      return kept.size
    },
    key: i => [...kept.keys()][i] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  }
})

const window = (tab: string, user = 'wang') => new Drafts(store, user, tab, () => time)
const written = (id: string, summary: string): Draft => reduce(emptyDraft(id, village, '2025-06-30'), { kind: 'set', row: 0, field: 'summary', text: summary })

describe('drafts', () => {
  it('come back after the page was loaded again', () => {
    window('a').keep(written('v-1', '收租金'))
    window('a').hold('v-1', false)
    expect(window('b').resumed('v-1')?.draft.lines[0]!.summary).toBe('收租金')
  })
  it('keep the request’s id', () => {
    window('a').keep(written('v-1', '收租金'), { date: '2025-06-30' })
    expect(window('a').read('v-1')).toMatchObject({ draft: { id: 'v-1' }, sent: { date: '2025-06-30' } })
  })
  it('of two windows do not overwrite each other', () => {
    window('a').keep(written('v-1', '甲'))
    window('b').keep(written('v-2', '乙'))
    expect(window('c').list({ book: village }).map(kept => kept.draft.id).sort()).toEqual(['v-1', 'v-2'])
  })
  it('are not taken up while another window has them', () => {
    window('a').keep(written('v-1', '甲'))
    expect(window('b').resumed('v-1')).toBeUndefined()
  })
  it('are free once their window is gone', () => {
    window('a').keep(written('v-1', '甲'))
    time += goneAfterMs
    expect(window('b').resumed('v-1')).toBeDefined()
  })
  it('stay held while their window speaks', () => {
    window('a').keep(written('v-1', '甲'))
    time += goneAfterMs - 1
    window('a').hold('v-1')
    time += goneAfterMs - 1
    expect(window('b').resumed('v-1')).toBeUndefined()
  })
  it('of another user are not seen', () => {
    window('a', 'li').keep(written('v-1', '甲'))
    expect(window('b').list({ book: village })).toEqual([])
  })
  it('without a word are not kept', () => {
    window('a').keep(emptyDraft('v-1', village, '2025-06-30'))
    expect(store.length).toBe(0)
  })
  it('of amendments belong to their voucher', () => {
    window('a').keep({ ...written('am-1', '甲'), amends: 'v-1' })
    expect([window('a').list({ book: village }).length, window('a').list({ book: village, amends: 'v-1' }).length]).toEqual([0, 1])
  })
  it('say when the browser keeps nothing', () => {
    store.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(window('a').keep(written('v-1', '甲'))).toBe(false)
  })
})
