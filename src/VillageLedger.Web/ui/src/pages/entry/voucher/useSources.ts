import { useMemo } from 'react'
import { useAccounts, useParties, type Account } from '../../../api'
import type { Offer } from './ChoiceCell'
import { accountChoices, parentCodes, partyChoices, type Choice } from './choices'

/** What cells offer: the accounts of a month, and whom lines may name. */
export interface Sources {
  accounts: Map<string, Account>
  accountOffer: Offer
  partyOffer: Offer
}

const offerOf = (choices: Choice[]): Offer => ({ choices, byValue: new Map(choices.map(one => [one.value, one])) })

export function useSources(owner: string | undefined, month: string | undefined) {
  const accounts = useAccounts(owner, month)
  const parties = useParties(owner)
  const sources = useMemo<Sources>(
    () => ({
      accounts: new Map((accounts.data ?? []).map(one => [one.account, one])),
      accountOffer: { ...offerOf(accountChoices(accounts.data ?? [])), parents: parentCodes(accounts.data ?? []) },
      partyOffer: offerOf(partyChoices(parties.data ?? [])),
    }),
    [accounts.data, parties.data],
  )
  return { sources, problem: accounts.error, retry: () => void accounts.refetch(), isPending: accounts.isPending }
}
