// Made from openapi.json by `npm run types`; a test says when it is out of step.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignIn: {
            user: string;
            password: string;
            code?: string;
        };
        PasswordChange: {
            old: string;
            new: string;
        };
        Session: {
            user: string;
            name: string;
            roles: components["schemas"]["Grant"][];
            requests: string[];
            reports: string[];
            csrfToken: string;
            language?: string;
        };
        Grant: {
            role: string;
            at: string;
            name?: string;
        };
        DemoUsers: {
            password: string;
            users: unknown[];
        };
        ListedSession: {
            id: string;
            user: string;
            signedInAt: string;
            lastSeenAt: string;
            address: string;
            agent: string;
            isThis: boolean;
        };
        Batch: {
            requests: unknown[];
            atomic?: boolean;
            dryRun?: boolean;
        };
        BatchAnswer: {
            outcomes: components["schemas"]["Outcome"][];
        };
        Outcome: {
            id: string;
            /** @enum {string} */
            outcome: "done" | "already-done" | "refused" | "conflict";
            code?: string;
            message?: string;
            /** Format: int64 */
            position?: number;
            result?: unknown;
        };
        ReportOffer: {
            name: string;
            title: string;
            canRestate: boolean;
            options: components["schemas"]["ReportOption"][];
        };
        ReportOption: {
            name: string;
            title: string;
            required: boolean;
            /** @enum {string} */
            kind: "text" | "flag" | "whole";
            values?: string[];
        };
        ReportView: {
            report: string;
            title: string;
            subject: string;
            asOf: components["schemas"]["Moment"];
            columns: components["schemas"]["ReportColumn"][];
            rows: unknown[];
            totals?: unknown[];
            head: components["schemas"]["ReportHead"][];
            words: unknown;
            notes: string[];
            page?: components["schemas"]["ReportPage"];
            fingerprint?: string;
        };
        ReportColumn: {
            name: string;
            heading: string;
            /** @enum {string} */
            kind: "text" | "fen" | "count" | "flag" | "ppm" | "quantity" | "word";
            isKey: boolean;
            isShown: boolean;
        };
        ReportHead: {
            name: string;
            heading: string;
            /** @enum {string} */
            kind: "text" | "fen" | "count" | "flag" | "ppm" | "quantity" | "word";
            value?: unknown;
            text?: string;
        };
        ReportPage: {
            /** Format: int64 */
            number: number;
            /** Format: int64 */
            pages: number;
            /** Format: int64 */
            rowsPerPage: number;
            /** Format: int64 */
            rowsInAll: number;
        };
        Moment: {
            /** Format: int64 */
            position: number;
            recordedAt?: string;
        };
        MarkedMoment: {
            /** Format: int64 */
            position: number;
            recordedAt: string;
            /** @enum {string} */
            kind: "month-closed" | "allocation" | "dividend" | "correction";
            /** @example village/330110112201 */
            owner: string;
            text: string;
        };
        StoredFact: {
            /** Format: int64 */
            position: number;
            stream: string;
            /** Format: int64 */
            version: number;
            type: string;
            recordedAt: string;
            data: unknown;
            headers: unknown;
        };
        Owner: {
            /** @example village/330110112201 */
            owner: string;
            name: string;
            initials: string;
            /** @enum {string} */
            kind: "village" | "company" | "venture";
            township?: string;
            townshipName?: string;
            county?: string;
            countyName?: string;
            standard?: string;
            /** @example 2025-06 */
            firstMonth?: string;
            /** @example 2025-06 */
            closedThrough?: string;
            /** @example 2025-06 */
            lastMonth?: string;
            /** @example 2025-06 */
            retiredFrom?: string;
        };
        Account: {
            account: string;
            name: string;
            initials: string;
            parent?: string;
            leaf: boolean;
            /** @enum {string} */
            balanceSide: "debit" | "credit";
            /** @enum {string} */
            role?: "cash" | "bank" | "internal";
            requires: string[];
        };
        Party: {
            party: string;
            name?: string;
            initials: string;
            kind: string;
        };
        Waiting: {
            /** @enum {string} */
            kind: "returned" | "review" | "sign" | "post" | "allocation" | "claim" | "claim-returned" | "question" | "answered";
            /** @example village/330110112201 */
            owner: string;
            /** @example 2025-06 */
            month?: string;
            /** Format: int64 */
            count: number;
        };
        Colleague: {
            user: string;
            name: string;
        };
        Found: {
            /** @enum {string} */
            kind: "owner" | "voucher" | "report" | "page";
            title: string;
            path: string;
            /** @example village/330110112201 */
            owner?: string;
            voucher?: string;
            report?: string;
        };
        Attachment: {
            sha256: string;
            name: string;
            /** Format: int64 */
            size: number;
            /** @enum {string} */
            type: "pdf" | "jpeg" | "png" | "ofd" | "xlsx" | "docx" | "zip" | "xml";
        };
        Imported: {
            /** @enum {string} */
            outcome: "done" | "already-done" | "refused" | "conflict";
            sha256: string;
            faults: components["schemas"]["Fault"][];
            /** Format: int64 */
            headingRow?: number;
            columns?: components["schemas"]["FileColumn"][];
            rows: components["schemas"]["FileRow"][];
            /** Format: int64 */
            rowsInAll: number;
            /** Format: int64 */
            vouchers?: number;
            /** Format: int64 */
            lines?: number;
            /** Format: int64 */
            known?: number;
            /** Format: int64 */
            gapFen?: number;
            /** Format: int64 */
            accounts?: number;
            /** Format: int64 */
            position?: number;
        };
        Fault: {
            /** Format: int64 */
            row: number;
            column?: string;
            cell?: string;
            code: string;
            message: string;
        };
        FileColumn: {
            letter: string;
            heading: string;
            field?: string;
            title?: string;
        };
        FileRow: {
            /** Format: int64 */
            row: number;
            cells: string[];
        };
        Field: {
            field: string;
            title: string;
        };
        /** @description RFC 9457; the code is stable: docs/ERRORS.md lists those of refusals. */
        Problem: {
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            detail: string;
            /** @enum {string} */
            code: "account-codes-overlap" | "account-disabled" | "account-exists" | "account-has-details" | "account-locked" | "account-not-carried-on" | "account-not-income" | "account-not-lowest-under" | "account-not-there" | "account-not-under-parent" | "account-of-another-chart" | "account-of-other-line" | "account-unknown" | "accumulated-beyond-cost" | "accumulated-missing" | "added-account-outside-standard" | "address-unknown" | "allocation-already-paid" | "allocation-already-reversed" | "allocation-before-month" | "allocation-not-authorised" | "allocation-not-confirmed" | "allocation-not-prepared" | "allocation-of-company" | "allocation-supplemented" | "allocation-unknown" | "already-registered" | "amount-negative" | "amount-not-whole-fen" | "amount-out-of-bounds" | "amount-zero" | "answer-by-asker" | "append-too-large" | "appropriations-not-of-book" | "approve-by-maker" | "approve-twice" | "approver-named-already" | "approver-unknown" | "asset-change-retroactive" | "asset-class-not-of-standard" | "asset-cost-below-written-off" | "asset-has-voucher" | "asset-left" | "asset-life-over" | "asset-not-provisional" | "asset-not-written-off" | "asset-taken" | "asset-twice" | "asset-unknown" | "asset-use-not-of-standard" | "atomic-not-done" | "balances-left" | "bank-account-already-closed" | "bank-account-exists" | "bank-account-of-person" | "bank-account-unknown" | "basic-account-twice" | "before-founding" | "body-too-large" | "book-already-open" | "book-has-ended" | "book-has-later" | "book-month-closed" | "book-month-open" | "book-not-open" | "business-line-exists" | "call-unknown" | "capital-not-held" | "cash-count-stands" | "cashier-already-named" | "claim-already-approved" | "claim-already-returned" | "claim-already-vouchered" | "claim-already-withdrawn" | "claim-beyond-levels" | "claim-line-without-account" | "claim-not-approved" | "claim-not-returned" | "claim-sum-differs" | "claim-unknown" | "closing-month-open" | "closing-proposed" | "closing-vouchers-unposted" | "concerns-later-month" | "confirm-by-allocator" | "confirm-by-preparer" | "conflict-not-resolved" | "content-type-not-taken" | "contract-ended" | "contract-month-raised" | "contract-not-in-force" | "contract-over" | "contract-taken" | "contract-unknown" | "control-account" | "conversion-map-idle" | "conversion-map-open" | "conversion-map-twice" | "conversion-month" | "conversion-month-begun" | "conversion-unbalanced" | "conversion-unsupported" | "corrected-voucher-not-posted" | "correction-changes-nothing" | "correction-not-amount-only" | "correction-of-proposal" | "correction-touches-income" | "cost-beyond-contract" | "credit-code-invalid" | "csrf-token-wrong" | "database-trouble" | "date-before-asset" | "date-before-book" | "date-before-share-register" | "date-in-other-month" | "date-invalid" | "deposit-beyond" | "deposit-not-agreed" | "depreciation-missing" | "depreciation-of-earlier-year" | "depreciation-out-of-order" | "depreciation-proposed-already" | "dividend-already-paid" | "dividend-already-withdrawn" | "dividend-exists" | "dividend-not-proposed" | "dividend-not-resolved" | "dividend-unknown" | "dividend-year-not-over" | "division-code-invalid" | "due-before-call" | "fact-too-large" | "fact-unknown" | "field-invalid" | "field-missing" | "field-unknown" | "file-hash-differs" | "file-too-large" | "file-type-unknown" | "file-unknown" | "form-already-used" | "form-not-issued" | "form-unknown" | "forms-already-issued" | "forms-already-settled" | "forms-not-used" | "forms-overlap" | "fund-account-other" | "fund-by-hand" | "fund-exists" | "fund-expired" | "fund-is-closed" | "fund-line-unnamed" | "fund-not-empty" | "fund-overspent" | "fund-purpose-other" | "fund-unknown" | "grant-beyond-own" | "grant-held" | "grant-invalid" | "grant-unknown" | "grants-incompatible" | "guarantee-not-covered" | "holder-twice" | "holder-unknown" | "holder-without-part" | "id-reused" | "identity-number-invalid" | "import-account-invalid" | "import-amount-invalid" | "import-amount-negative" | "import-amount-zero" | "import-bank-account-invalid" | "import-cell-error" | "import-cell-missing" | "import-cell-unclean" | "import-column-missing" | "import-column-twice" | "import-count-invalid" | "import-currency-foreign" | "import-date-invalid" | "import-direction-invalid" | "import-empty" | "import-encoding" | "import-expands-too-far" | "import-file-invalid" | "import-formula-cell" | "import-object-twice" | "import-party-invalid" | "import-quote-misplaced" | "import-result-invalid" | "import-several-sheets" | "import-side-missing" | "import-side-twice" | "import-source-taken" | "import-text-too-long" | "import-too-large" | "import-too-many-rows" | "import-too-many-vouchers" | "import-values-differ" | "invoice-in-use" | "invoice-twice" | "job-unknown" | "joint-entry-already-reversed" | "joint-entry-before-event" | "joint-entry-empty" | "joint-entry-exists" | "joint-entry-not-prepared" | "joint-entry-source-unknown" | "joint-entry-unknown" | "json-duplicate-key" | "json-invalid" | "judged-by-answerer" | "ledger-account-taken" | "level-twice" | "levels-not-rising" | "levy-beyond-approved" | "line-both-sides" | "line-contract-unknown" | "line-no-side" | "line-requires" | "loss-covered-twice" | "manager-contract-overlaps" | "manager-not-person" | "manager-year-settled" | "match-sides-swapped" | "match-sums-differ" | "match-unknown" | "method-not-taken" | "money-to-person" | "month-allocated" | "month-closed" | "month-not-public" | "month-not-ready" | "month-not-yet-open" | "not-a-cashier" | "not-a-member" | "not-a-shareholder" | "not-an-approver" | "not-distributable" | "not-permitted" | "not-signed-in" | "not-there" | "not-to-oneself" | "nothing-paid-in" | "nothing-to-close" | "nothing-to-depreciate" | "nothing-to-raise" | "nothing-unpaid" | "notice-too-short" | "opening-closed" | "opening-of-conversion" | "opening-twice" | "opening-unbalanced" | "origin-foreign" | "own-shareholder" | "owner-unknown" | "paid-in-beyond-subscribed" | "parent-unknown" | "party-unknown" | "password-must-change" | "password-weak" | "password-wrong" | "payment-before-allocation" | "payment-before-resolution" | "payment-beyond-part" | "payment-twice" | "payment-unknown" | "personal-number-as-id" | "personal-number-in-text" | "place-has-another-name" | "place-unknown" | "placing-not-provisional" | "position-unknown" | "post-by-other" | "posting-map-missing" | "program-fault" | "progress-backwards" | "question-already-answered" | "question-already-settled" | "question-already-withdrawn" | "question-not-answered" | "question-unknown" | "receivables-already-proposed" | "record-date-after-resolution" | "replay-running" | "report-beyond-sheet" | "report-column-unknown" | "report-diff-backwards" | "report-group-empty" | "report-group-unknown" | "report-needs-more" | "report-not-restated" | "report-nothing-converted" | "report-page-unknown" | "report-period-across-conversion" | "report-row-unknown" | "report-rules-unknown" | "report-too-long" | "report-unknown" | "request-unknown" | "residual-beyond-cost" | "resolve-by-proposer" | "resource-change-backwards" | "resource-taken" | "resource-unknown" | "result-not-transferred" | "reversal-across-years" | "reversal-before-original" | "reversal-not-amendable" | "reversal-not-reversible" | "review-by-cashier" | "review-by-preparer" | "rule-not-there" | "rule-unknown" | "session-unknown" | "settled-before-placed" | "settlement-unknown" | "share-insufficient" | "share-kind-not-in-register" | "share-limit-exceeded" | "share-register-already-open" | "share-register-not-open" | "share-register-static" | "shares-are-frozen" | "shares-before-record-date" | "shares-changed-in-month" | "shares-missing-in-month" | "shares-not-frozen" | "shares-not-retroactive" | "shares-retroactive" | "sign-by-other" | "sign-in-failed" | "standard-not-for-owner" | "standards-differ" | "statement-balance-broken" | "statement-date-outside" | "statement-file-twice" | "statement-line-matched" | "statement-line-unknown" | "step-below-law" | "step-not-of-payer" | "step-twice" | "sum-out-of-bounds" | "supplement-of-other" | "supplement-terms-differ" | "suspense-cleared" | "term-not-of-policy" | "text-invalid" | "text-too-long" | "too-many-jobs" | "too-many-requests" | "too-many-streams" | "totp-needed" | "totp-wrong" | "transfer-not-marked" | "transfer-of-other-account" | "transfer-out-of-order" | "transfer-without-result" | "units-insufficient" | "units-out-of-bounds" | "user-exists" | "user-invalid" | "user-name-invalid" | "user-unknown" | "valuation-missing" | "venture-record-allocated" | "venture-record-entered" | "venture-record-unknown" | "venture-unknown" | "village-already-there" | "village-is-retired" | "village-not-public" | "vote-basis-other" | "vote-insufficient" | "votes-beyond-entitled" | "voucher-already-corrected" | "voucher-already-reversed" | "voucher-already-reviewed" | "voucher-already-signed" | "voucher-discarded" | "voucher-empty" | "voucher-has-corrections" | "voucher-line-matched" | "voucher-line-not-of-account" | "voucher-moves-no-money" | "voucher-not-posted" | "voucher-not-reviewed" | "voucher-of-another-book" | "voucher-of-joint-entry" | "voucher-of-merger" | "voucher-of-proposal" | "voucher-one-line" | "voucher-posted" | "voucher-returned" | "voucher-unbalanced" | "voucher-unknown" | "vouchers-unsigned" | "weight-negative" | "weights-all-zero" | "weights-empty" | "weights-out-of-bounds" | "works-above-ceiling" | "works-beyond-contract" | "works-ceiling-unknown" | "works-completed-already" | "works-cost-differs" | "works-taken" | "works-unknown" | "works-unposted" | "wrong-usage" | "year-has-unposted" | "year-not-over" | "year-to-date-in-january";
            id?: string;
            instance?: string;
        };
        Job: {
            id: string;
            /** @enum {string} */
            kind: "replay" | "archive" | "post-vouchers" | "close-months";
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled";
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
            startedAt: string;
            /** Format: int64 */
            remainingSeconds?: number;
            result?: unknown;
            fileName?: string;
        };
        JobAsked: {
            /** @enum {string} */
            kind: "replay" | "archive" | "post-vouchers" | "close-months";
            /** @example village/330110112201 */
            owner?: string;
            /** @example 2025-06 */
            month?: string;
            place?: string;
            books?: string[];
        };
        Projection: {
            name: string;
            family: string;
            version: string;
            /** Format: int64 */
            position?: number;
            /** Format: int64 */
            lag?: number;
            updatedAt?: string;
            isRead: boolean;
        };
        Rule: {
            kind: string;
            name: string;
            version: string;
            source?: string;
            adoptedAt: string;
            /** Format: int64 */
            position: number;
        };
        RuleText: {
            rule: components["schemas"]["Rule"];
            text: string;
            versions: components["schemas"]["Rule"][];
        };
        PublicVillage: {
            village: string;
            name: string;
            initials: string;
            townshipName?: string;
            countyName?: string;
            /** @example 2025-06 */
            firstMonth: string;
            /** @example 2025-06 */
            closedThrough: string;
        };
        Health: {
            state: string;
        };
        RecordedStream: {
            stream: string;
            facts: unknown[];
            names: unknown;
        };
        Proof: {
            password: string;
        };
        TotpSecret: {
            secret: string;
            uri: string;
            svg?: string;
        };
        TotpCode: {
            code: string;
        };
        User: {
            user: string;
            name: string;
            isDisabled: boolean;
            mustChangePassword: boolean;
            hasTotp: boolean;
            createdAt: string;
            lastSeenAt?: string;
            roles: unknown[];
        };
        NewUser: {
            user: string;
            name: string;
        };
        NewPassword: {
            user: string;
            password: string;
        };
        UserChange: {
            name?: string;
            isDisabled?: boolean;
        };
        Operations: {
            rows: unknown[];
            page: components["schemas"]["ReportPage"];
        };
        WrittenVoucher: {
            voucher: string;
            /** @example village/330110112201 */
            book: string;
            /** @example 2025-06 */
            month: string;
            /** @enum {string} */
            state: "prepared" | "returned" | "reviewed" | "posted" | "discarded";
            type: string;
            /**
             * Format: date
             * @example 2025-06-30
             */
            date: string;
            /** @enum {string} */
            kind: "ordinary" | "transfer" | "reversal" | "correction" | "allocation" | "dividend";
            summary: string;
            lines: components["schemas"]["WrittenLine"][];
            /** Format: int64 */
            attachmentCount: number;
            attachments: components["schemas"]["WrittenFile"][];
            reverses?: string;
            corrects?: string;
            /** @example 2025-06 */
            concernsMonth?: string;
            sourceNumber?: string;
            cause?: string;
        };
        WrittenLine: {
            account: string;
            /** Format: int64 */
            debitFen?: number;
            /** Format: int64 */
            creditFen?: number;
            summary?: string;
            party?: string;
            project?: string;
            contract?: string;
            quantity?: unknown;
            settlement?: unknown;
        };
        WrittenFile: {
            name: string;
            sha256: string;
            invoice?: unknown;
        };
        WrittenClaim: {
            claim: string;
            /** @example village/330110112201 */
            book: string;
            /**
             * Format: date
             * @example 2025-06-30
             */
            date: string;
            lines: components["schemas"]["WrittenClaimLine"][];
            payee: string;
            attachments: components["schemas"]["WrittenFile"][];
        };
        WrittenClaimLine: {
            summary: string;
            /** Format: int64 */
            amountFen: number;
            account?: string;
            party?: string;
            project?: string;
            contract?: string;
            fund?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
