using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A company as known at a position, read from its rows.</summary>
internal sealed class CompanyRows
{
    private readonly ReadModels models;
    private readonly long position;

    private CompanyRows(ReadModels models, long position, string code, string name) => (this.models, this.position, Code, Name) = (models, position, code, name);

    public string Code { get; }

    public string Name { get; }

    /// <summary>For a heading.</summary>
    public string Subject => $"{Streams.Company(Code)} {Name}";

    /// <summary>The company, once its rows are up to date; refused where it is not known at the position.</summary>
    public static async Task<CompanyRows> FindAsync(ReadModels models, LogMoment at, string company, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        await models.CatchUpAsync(CompaniesProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var found = await SqlRows.ReadAsync(
            models.Readers, "select name from companies_2.company where company = $1 and position <= $2 order by position desc limit 1", reader => reader.GetString(0), cancellation, company, at.Position).ConfigureAwait(false);
        return found.Count > 0 ? new(models, at.Position, company, found[0]) : throw new ReportRefusedException(Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Company(company))));
    }

    /// <summary>Who subscribed and paid in how much, over time.</summary>
    public async Task<Capital> CapitalAsync(CancellationToken cancellation) => Capital.None.With([.. await RowsAsync(
        "select holder, day, subscribed_fen, paid_in_fen from companies_2.capital where company = $1 and position <= $2 order by position, line",
        reader => new CapitalChange(reader.Holder(0), reader.Day(1), reader.GetInt64(2), reader.GetInt64(3)), cancellation).ConfigureAwait(false)]);

    public async Task<BusinessLines> BusinessLinesAsync(CancellationToken cancellation)
    {
        var accounts = (await RowsAsync(
            "select position, account from companies_2.business_account where company = $1 and position <= $2 order by position, line",
            reader => (Position: reader.GetInt64(0), Account: new AccountCode(reader.GetString(1))), cancellation).ConfigureAwait(false)).ToLookup(row => row.Position, row => row.Account);
        var added = await RowsAsync(
            "select position, business_line, name from companies_2.business_line where company = $1 and position <= $2 order by position",
            reader => new BusinessLineAdded(Code, reader.GetString(1), reader.GetString(2), [.. accounts[reader.GetInt64(0)]]), cancellation).ConfigureAwait(false);
        return added.Aggregate(BusinessLines.None, (lines, one) => lines.With(one));
    }

    /// <summary>Income (positive) and expense (negative) posted in a period, without transfers, line by line.</summary>
    public Task<IReadOnlyList<TurnoverRow>> TurnoverAsync(Period? period, bool incomeOnly, CancellationToken cancellation) => RowsAsync(
        $"""
        select month, class, account, project, fen, voucher from companies_2.turnover
        where company = $1 and position <= $2 and month between $3 and $4 {(incomeOnly ? "and class <> 'expense'" : "")}
          and (voucher is not null or position = (select max(position) from companies_2.opened where company = $1 and position <= $2))
        order by month, position, line
        """,
        reader => new TurnoverRow(reader.Month(0), reader.GetString(1), new(reader.GetString(2)), reader.OptionalText(3), reader.GetInt64(4), reader.OptionalText(5)), cancellation,
        period?.From.Key ?? 0, period?.To.Key ?? int.MaxValue);

    public Task<IReadOnlyDictionary<Holder, string>> NamesAsync(IEnumerable<Holder> holders, PersonNaming? persons, CancellationToken cancellation) =>
        HolderNames.ReadAsync(models.Readers, CompaniesProjection.Schema, position, holders, persons, cancellation);

    /// <summary>Rows of a query whose first parameters are the company and the position.</summary>
    public Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken cancellation, params IEnumerable<object> more) =>
        SqlRows.ReadAsync(models.Readers, sql, read, cancellation, [Code, position, .. more]);
}

/// <summary>A line of a company's book on an account of income or expense.</summary>
/// <param name="Class"><c>operating</c>, <c>income</c> or <c>expense</c>.</param>
/// <param name="Fen">Credit less debit.</param>
/// <param name="Voucher">Null for the turnover before the book.</param>
internal sealed record TurnoverRow(Month Month, string Class, AccountCode Account, string? Project, long Fen, string? Voucher);
