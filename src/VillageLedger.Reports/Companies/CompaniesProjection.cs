using Npgsql;

namespace VillageLedger.Reports;

/// <summary>What facts say of companies, as rows: capital, lines of business, managers; and the lines of their books on accounts of income and expense, without transfers (结转).</summary>
public sealed class CompaniesProjection : RowProjection
{
    public const string Schema = "companies_2";

    private const string BookPrefix = "book/" + Owner.CompanyKind + "/";

    private static readonly FactTable Company = FactTable.Of("company", "company code", "name text", "kind code", "founded date");
    private static readonly FactTable Capital = FactTable.Of("capital", "company code", "holder code", "day date", "subscribed_fen bigint", "paid_in_fen bigint", "line int");
    private static readonly FactTable Business = FactTable.Of("business_line", "company code", "business_line code", "name text");
    private static readonly FactTable BusinessAccount = FactTable.Of("business_account", "company code", "business_line code", "account code", "line int");
    private static readonly FactTable Manager = FactTable.Of("manager", "company code", "contract code", "manager code", "first_day date", "last_day date?", "base_fen bigint", "base_paid_by code");
    private static readonly FactTable ManagerEnd = FactTable.Of("manager_end", "company code", "contract code", "last_day date");
    private static readonly FactTable Settlement = FactTable.Of(
        "settlement", "company code", "settlement code", "contract code", "year int", "days int", "base_fen bigint", "base_paid_by code", "figure code?", "figure_fen bigint?", "threshold_fen bigint?",
        "rate_ppm int?", "cap_fen bigint?", "bonus_fen bigint?", "bonus_paid_by code?", "replaces code?");

    /// <summary><c>class</c> is <c>operating</c> (营业收入), <c>income</c> (other income) or <c>expense</c>; <c>fen</c> is credit less debit. Turnover of the year before a book has no voucher.</summary>
    private static readonly FactTable Turnover = FactTable.Of(
        "turnover", "company code", "month int", "class code", "account code", "project code?", "fen bigint", "voucher code?", "line int");

    /// <summary>Each opening that a company's book was given: turnover of the year before it counts from the newest one known.</summary>
    private static readonly FactTable Opened = FactTable.Of("opened", "company code");

    private readonly ChartsInForce charts = new();
    private readonly Dictionary<(string Standard, AccountCode Account), string?> classes = [];

    public override string Name => Schema;

    public override string Indexes =>
        $"""
        create unique index on company (company, position);
        create unique index on capital (company, position, line);
        create index on capital (holder);
        create unique index on business_line (company, position);
        create unique index on business_account (company, position, line);
        create unique index on manager (company, position);
        create unique index on manager_end (company, position);
        create unique index on settlement (company, position);
        create unique index on opened (company, position);
        create unique index on turnover (company, month, position, line);
        {HolderNames.Index}
        """;

    private protected override IReadOnlyList<FactTable> All { get; } =
        [Company, Capital, Business, BusinessAccount, Manager, ManagerEnd, Settlement, Turnover, Opened, HolderNames.Table, ChartsInForce.Facts];

    public override void Forget(bool empty)
    {
        charts.Forget(empty);
        classes.Clear();
    }

    public override async Task FoldAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation)
    {
        await charts.LoadAsync(session, schema, cancellation).ConfigureAwait(false);
        await base.FoldAsync(session, facts, rows, schema, cancellation).ConfigureAwait(false);
    }

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        var (fact, position) = (placed.Fact, placed.Position);
        if (fact is VoucherPosted posted)
        {
            if (placed.Stored.Stream.StartsWith(BookPrefix, StringComparison.Ordinal) && posted.Kind != VoucherKind.Transfer) FoldPosted(posted, placed, rows);
        }
        else if (FactGroups.IsOfCompanies(fact)) FoldCompany(fact!, position, rows);
        else if (FactGroups.IsOfRegisters(fact)) FoldRegister(fact!, position, rows);
        else if (fact is BookOpened { Owner.Kind: Owner.CompanyKind } opened) FoldOpening(opened.Owner, opened.Standard, opened.Month, opened.Opening, position, rows);
        else if (fact is OpeningAmended { Owner.Kind: Owner.CompanyKind } amended) FoldOpening(amended.Owner, amended.Standard, amended.Month, amended.Opening, position, rows);
        else if (FactGroups.IsOfVentures(fact)) HolderNames.Fold(fact, position, rows);
        else if (!FactGroups.IsOfBooks(fact) && !FactGroups.IsOfOwnersRegisters(fact) && !FactGroups.IsOfMembers(fact) && !FactGroups.IsOfDividends(fact)) throw new UnknownFactException(placed.Stored.Type);
    }

    private void FoldRegister(Fact fact, long position, RowBuffers rows)
    {
        HolderNames.Fold(fact, position, rows);
        if (fact is RulesAdopted adopted)
        {
            charts.Fold(adopted, position, rows);
            classes.Clear();
        }

        if (fact is not CompanyRegistered company) return;
        rows.Row(Company.Shape).Text(company.Company).Text(company.Name).Text(company.Kind).Day(company.Founded).Whole(position);
        AddCapital(company.Company, [.. company.Shareholders.Select(founder => new CapitalChange(founder.Holder, company.Founded, founder.SubscribedFen, founder.PaidInFen))], position, rows);
    }

    private static void FoldCompany(Fact fact, long position, RowBuffers rows)
    {
        switch (fact)
        {
            case CapitalSubscribed subscribed:
                AddCapital(subscribed.Company, [new(subscribed.Holder, subscribed.Date, subscribed.AmountFen, 0)], position, rows);
                break;
            case CapitalPaidIn paid:
                AddCapital(paid.Company, [new(paid.Holder, paid.Date, 0, paid.AmountFen)], position, rows);
                break;
            case CapitalTransferred moved:
                AddCapital(moved.Company, CapitalChange.Of(moved), position, rows);
                break;
            case BusinessLineAdded added:
                rows.Row(Business.Shape).Text(added.Company).Text(added.Line).Text(added.Name).Whole(position);
                foreach (var (i, account) in added.Accounts.Index())
                    rows.Row(BusinessAccount.Shape).Text(added.Company).Text(added.Line).Text(account.Value).Small(i + 1).Whole(position);
                break;
            case ManagerAppointed appointed:
                rows.Row(Manager.Shape).Text(appointed.Company).Text(appointed.Contract).Text(appointed.Manager.Address).Day(appointed.From).Day(appointed.To)
                    .Whole(appointed.BaseFen).Text(appointed.BasePaidBy.Address).Whole(position);
                break;
            case ManagerContractEnded ended:
                rows.Row(ManagerEnd.Shape).Text(ended.Company).Text(ended.Contract).Day(ended.Date).Whole(position);
                break;
            case ManagerSettled settled:
                var bonus = settled.Bonus;
                rows.Row(Settlement.Shape).Text(settled.Company).Text(settled.Settlement.Value).Text(settled.Contract).Small(settled.Year).Small(settled.Served.Sum(month => month.Days))
                    .Whole(settled.BaseFen).Text(settled.BasePaidBy.Address).Text(bonus?.Figure).Whole(bonus?.FigureFen).Whole(bonus?.ThresholdFen).Small(bonus?.RatePpm)
                    .Whole(bonus?.CapFen).Whole(bonus?.BonusFen).Text(bonus?.PaidBy.Address).Text(settled.Replaces?.Value).Whole(position);
                break;
            case WorksCeilingSet or WorksAwarded or WorksProgressRecorded:
                break;
            default:
                throw new UnknownFactException(FactTypes.NameOf(fact));
        }
    }

    private static void AddCapital(string company, IReadOnlyList<CapitalChange> changes, long position, RowBuffers rows)
    {
        foreach (var (i, change) in changes.Index())
            rows.Row(Capital.Shape).Text(company).Text(change.Holder.Address).Day(change.Date).Whole(change.SubscribedFen).Whole(change.PaidInFen).Small(i + 1).Whole(position);
    }

    private void FoldPosted(VoucherPosted posted, PlacedFact placed, RowBuffers rows)
    {
        if (!Streams.TryBook(placed.Stored.Stream, out var owner, out var month)) throw new InvalidOperationException($"A voucher stands in {placed.Stored.Stream}.");
        foreach (var (i, line) in posted.Lines.Index())
            Add(owner.Code, month, posted.Standard, line.Account, line.Project, line.Credit - line.Debit, posted.Voucher.Value, i + 1, placed.Position, rows);
    }

    /// <summary>What the year had before a book that begins within it, known in sum only; carried in the month before the first.</summary>
    private void FoldOpening(Owner owner, string standard, Month month, IReadOnlyList<OpeningLine> opening, long position, RowBuffers rows)
    {
        rows.Row(Opened.Shape).Text(owner.Code).Whole(position);
        foreach (var (i, line) in opening.Index())
            if ((line.YearCreditFen ?? 0) - (line.YearDebitFen ?? 0) is not 0 and var fen)
                Add(owner.Code, month.Previous, standard, line.Account, null, fen, null, i + 1, position, rows);
    }

    private void Add(string company, Month month, string standard, AccountCode account, string? project, long fen, string? voucher, int line, long position, RowBuffers rows)
    {
        if (ClassOf(standard, account) is not { } named) return;
        rows.Row(Turnover.Shape).Text(company).Small(month.Key).Text(named).Text(account.Value).Text(project).Whole(fen).Text(voucher).Small(line).Whole(position);
    }

    private string? ClassOf(string standard, AccountCode account)
    {
        if (classes.TryGetValue((standard, account), out var known)) return known;
        return classes[(standard, account)] = charts[standard].RootOf(account) switch
        {
            { Class: AccountClass.Income, Income: IncomeClass.Operating } => "operating",
            { Class: AccountClass.Income } => "income",
            { Class: AccountClass.Expense } => "expense",
            _ => null,
        };
    }
}
