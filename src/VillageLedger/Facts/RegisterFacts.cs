namespace VillageLedger;

/// <summary>A version of a rule (chart, row map, threshold …) is in force from this position on. Stream <c>rules</c>.</summary>
/// <param name="Kind">What the rule is: <c>chart</c>.</param>
/// <param name="Name">Which one: <c>rural-2023</c>.</param>
/// <param name="Version">SHA-256 of the rule's data, 64 hex digits.</param>
public sealed record RulesAdopted(string Kind, string Name, string Version) : Fact;

/// <summary>The name of a place. Stream <c>place/{code}</c>.</summary>
/// <param name="Place">The first 6 (county) or 9 (township) digits of the division code.</param>
public sealed record PlaceNamed(string Place, string Name) : Fact;

/// <summary>A village is known to the ledger. Stream <c>village/{code}</c>.</summary>
/// <param name="Village">12-digit division code.</param>
/// <param name="Organisation">The cooperative that keeps the books.</param>
public sealed record VillageRegistered(string Village, string Name, Organisation? Organisation = null) : Fact;

/// <summary>A registered organisation.</summary>
/// <param name="CreditCode">18-character unified social credit code (GB 32100-2015).</param>
public sealed record Organisation(string Name, string? CreditCode = null);

/// <summary>A company is known to the ledger. Stream <c>company/{code}</c>.</summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Kind">A word such as <c>asset-operation</c>, <c>social-service</c>, <c>order-production</c>, <c>works-contracting</c>.</param>
public sealed record CompanyRegistered(string Company, string Name, string Kind, DateOnly Founded, IReadOnlyList<Shareholder> Shareholders) : Fact;

/// <summary>A founder of a company: amounts in fen, subscribed and paid in on the day of founding.</summary>
public sealed record Shareholder(Holder Holder, long SubscribedFen, long PaidInFen);

/// <summary>
/// A party is known to the ledger. Stream <c>party/{id}</c>. The name of a natural person never enters a fact: it lies encrypted in
/// schema <c>persons</c>, where it can be erased; other parties' names stand here.
/// </summary>
/// <param name="Kind"><c>member</c>, <c>group</c>, <c>company</c>, <c>person</c> or <c>public-body</c>.</param>
public sealed record PartyRegistered(string Party, string Kind, string? Name = null) : Fact;

/// <summary>A detail account exists in an owner's chart. Stream <c>accounts/{owner}</c>.</summary>
/// <param name="Requires">What each line on the account must name: <c>party</c>, <c>project</c>, <c>contract</c>, <c>quantity</c>.</param>
public sealed record AccountAdded(Owner Owner, AccountCode Account, string Name, AccountCode Parent, IReadOnlyList<string>? Requires = null) : Fact;

/// <summary>An owner's book begins. Stream <c>accounts/{owner}</c>.</summary>
/// <param name="Month">The first month.</param>
/// <param name="Opening">Balances at the end of the month before; debits equal credits.</param>
public sealed record BookOpened(Owner Owner, string Standard, Month Month, IReadOnlyList<OpeningLine> Opening) : Fact;

/// <summary>The whole opening of a book once more, in place of the one before, until its first month is closed. Stream <c>accounts/{owner}</c>.</summary>
/// <param name="Standard">The book's: codes change meaning between standards.</param>
/// <param name="Month">The book's first month.</param>
public sealed record OpeningAmended(Owner Owner, string Standard, Month Month, IReadOnlyList<OpeningLine> Opening) : Fact;

/// <summary>
/// One opening balance, in fen, on one side; and, for a start within the year, the turnover of the year up to then.
/// </summary>
public sealed record OpeningLine(
    AccountCode Account, Holder? Party = null, long? DebitFen = null, long? CreditFen = null, long? YearDebitFen = null, long? YearCreditFen = null);

/// <summary>A month of a book is closed: it takes no more vouchers, only marks. Stream <c>book/{owner}/{month}</c>.</summary>
/// <param name="Checks">What was checked before (财会〔2024〕12号 art. 24), as the report <c>month-check</c> shows it.</param>
public sealed record MonthClosed(Owner Book, Month Month, IReadOnlyList<ClosingCheck> Checks, UserId ClosedBy) : Fact;

/// <summary>One check of a month: <c>ok</c>, <c>warning</c> or <c>stops</c>.</summary>
public sealed record ClosingCheck(string Check, string State);
