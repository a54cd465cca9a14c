/** Requests without a form of their own, by subject; the forms are made from the server's description. */
export const groups: { group: string; requests: string[] }[] = [
  {
    group: 'venture',
    requests: [
      'found-venture', 'record-parcel', 'agree-shares', 'transfer-share', 'correct-shares', 'authorise-allocations', 'withdraw-authorisation', 'call-capital', 'contribute', 'let-construction', 'change-construction',
      'record-construction-cost', 'place-in-service', 'settle-cost', 'withdraw-venture-record', 'prepare-joint-entry', 'confirm-joint-entry', 'reverse-joint-entry', 'state-expectation', 'return-allocation-payment',
    ],
  },
  {
    group: 'company',
    requests: ['register-company', 'subscribe-capital', 'pay-in-capital', 'transfer-capital', 'appoint-manager', 'end-manager-contract', 'settle-manager', 'add-business-line', 'award-works', 'record-works-progress'],
  },
  { group: 'contract', requests: ['sign-contract', 'amend-contract', 'renew-contract', 'end-contract', 'propose-receivables', 'receive-deposit', 'return-deposit'] },
  {
    group: 'asset',
    requests: ['add-asset', 'amend-asset', 'withdraw-asset', 'propose-depreciation', 'dispose-asset', 'count-assets', 'open-works', 'complete-works', 'settle-asset-cost', 'register-resource', 'change-resource'],
  },
  { group: 'fund', requests: ['open-fund', 'receive-fund', 'spend-fund', 'return-fund', 'close-fund'] },
  {
    group: 'member',
    requests: [
      'register-party', 'register-member', 'register-members', 'open-share-register', 'grant-shares', 'cancel-shares', 'inherit-shares', 'transfer-member-shares', 'freeze-shares', 'release-shares', 'erase-person',
    ],
  },
  { group: 'book', requests: ['add-account', 'amend-opening', 'convert-book', 'correct-voucher', 'explain-suspense'] },
  { group: 'approval', requests: ['set-approval-levels', 'name-approver', 'end-approver', 'end-cashier'] },
  { group: 'place', requests: ['register-village', 'rename-village', 'move-village', 'merge-villages', 'retire-village', 'rename-place', 'set-threshold', 'set-works-ceiling', 'define-village-group', 'adopt-rules'] },
]

/** Requests that pages of their own make. */
export const withOwnForm = [
  'allocate-income', 'amend-claim', 'amend-voucher', 'answer-question', 'approve-claim', 'ask-question', 'close-bank-account', 'close-month', 'confirm-allocation', 'count-cash', 'discard-voucher', 'hand-in-claim', 'issue-forms',
  'mark-unclaimed', 'match-statement', 'match-statements', 'name-cashier', 'open-book', 'pay-allocation', 'pay-dividend', 'pay-dividends', 'post-voucher', 'post-vouchers', 'prepare-voucher', 'propose-closing',
  'propose-dividend', 'record-statement', 'register-bank-account', 'register-forms', 'resolve-dividend', 'return-answer', 'return-claim', 'return-dividend-payment', 'return-voucher', 'reverse-allocation',
  'reverse-voucher', 'review-voucher', 'review-vouchers', 'settle-forms', 'settle-question', 'sign-voucher', 'sign-vouchers', 'undo-match', 'use-form', 'void-form', 'voucher-claim', 'withdraw-claim',
  'withdraw-dividend', 'withdraw-question',
]

/** Fields that give a new thing its id or number: typed, never chosen. */
export const newIds = new Set([
  'found-venture.venture', 'record-parcel.parcel', 'let-construction.contract', 'award-works.contract', 'appoint-manager.contract', 'register-company.company', 'sign-contract.contract', 'add-asset.asset', 'complete-works.asset',
  'register-resource.resource', 'open-fund.fund', 'open-fund.purpose', 'register-member.member', 'register-members.member', 'register-party.party', 'open-works.works', 'define-village-group.group', 'register-village.village',
  'add-account.account', 'add-business-line.line',
])
