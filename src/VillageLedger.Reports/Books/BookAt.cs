using Npgsql;

namespace VillageLedger.Reports;

/// <summary>A book as known at a position: its chart, its accounts, its opening, and turnover read from running sums.</summary>
internal sealed class BookAt
{
    private readonly Readers readers;
    private readonly long position;
    private readonly Dictionary<AccountCode, (AccountCode Parent, string Name)> added = [];
    private readonly Dictionary<AccountCode, AccountCode> firstDetails = [];
    private readonly HashSet<AccountCode> parents = [];
    private IReadOnlyList<RestatedLine> moved = [];

    private BookAt(Readers readers, long position, long number, Chart chart, Month firstMonth)
    {
        (this.readers, this.position, Number, Chart, FirstMonth) = (readers, position, number, chart, firstMonth);
        foreach (var account in chart.Accounts)
            if (account.Parent is { } parent) parents.Add(parent);
    }

    /// <summary>As in the rows of the projection: see <see cref="BookNumbers"/>.</summary>
    public long Number { get; }

    public Chart Chart { get; }

    public Month FirstMonth { get; }

    public List<OpeningLine> Opening { get; } = [];

    /// <summary>Every account that carries a posting or an opening.</summary>
    public List<AccountCode> Touched { get; } = [];

    /// <summary>The latest closed month, or null.</summary>
    public Month? ClosedThrough { get; private set; }

    /// <summary>The latest month with a posting, or null.</summary>
    public Month? LastMonth { get; private set; }

    /// <summary>Null when the owner has no book at the position.</summary>
    public static Task<BookAt?> FindAsync(ReadModels models, long position, Owner owner, CancellationToken cancellation) => FindAsync(models, position, owner, null, cancellation);

    /// <summary>
    /// The book as it was kept in a period, its newest era where none is given; null when the owner has no book at the position. Of a book that was converted to another standard
    /// each side of the change is asked for by itself: a period across it is refused.
    /// </summary>
    public static async Task<BookAt?> FindAsync(ReadModels models, long position, Owner owner, Period? period, CancellationToken cancellation)
    {
        var readers = models.Readers;
        if (await EraAsync(readers, position, owner, period, cancellation).ConfigureAwait(false) is not { } era) return null;
        await using var batch = readers.CreateBatch();
        foreach (var sql in (string[])
        [
            """
            select b.standard, b.month, (select version from books_2.rule r where r.kind = 'chart' and r.name = b.standard and r.position <= $2 order by r.position desc limit 1),
                   (select max(month) from books_2.closing c where c.book in (select position from books_2.book where owner = $1) and c.position <= $2), b.position
            from books_2.book b where b.position = $3
            """,
            "select account, parent, name from books_2.account where owner = $1 and position <= $2 and position >= $4 and position < $5 order by position, line",
            """
            select account, party, debit_fen, credit_fen, year_debit_fen, year_credit_fen from books_2.opening
            where book = $3 and position = (select max(position) from books_2.opened where book = $3 and position <= $2) order by line
            """,
            """
            select account, (select max(month) from (
                select month from books_2.line l where l.book = t.book and l.account = t.account and l.position <= $2 order by month desc limit 1) as m)
            from books_2.touched t where book = $3 and position <= $2
            """,
        ])
            batch.BatchCommands.Add(new(sql)
            {
                Parameters =
                {
                    new() { Value = owner.Address }, new() { Value = position }, new() { Value = era.Number }, new() { Value = era.DetailsFrom }, new() { Value = era.DetailsBefore },
                },
            });
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellation).ConfigureAwait(false)) return null;
        var book = new BookAt(readers, position, reader.GetInt64(4), Chart.OfVersion(reader.GetString(2)), Month.OfKey(reader.GetInt32(1)))
        {
            ClosedThrough = reader.IsDBNull(3) ? null : Month.OfKey(reader.GetInt32(3)),
        };
        book.moved = [.. (await RestatedLines.ReadAsync(models, position, owner, cancellation).ConfigureAwait(false)).Where(line => line.Standard == book.Chart.Standard && line.Concerns >= book.FirstMonth)];
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) book.Add(new(reader.GetString(0)), new(reader.GetString(1)), reader.GetString(2));
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            Holder? party = !reader.IsDBNull(1) && Holder.TryParse(reader.GetString(1), out var holder) ? holder : null;
            book.Opening.Add(new(new(reader.GetString(0)), party, reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        }

        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            book.Touched.Add(new(reader.GetString(0)));
            if (!reader.IsDBNull(1) && Month.OfKey(reader.GetInt32(1)) is var month && !(book.LastMonth >= month)) book.LastMonth = month;
        }

        return book;
    }

    /// <summary>Turnover per touched account and month, for every month of a period.</summary>
    public Task<Dictionary<(AccountCode Account, int Period), Movement>> ByMonthAsync(IEnumerable<Month> months, CancellationToken cancellation) =>
        SumsAsync("month", [.. months.Where(month => month >= FirstMonth && month <= LastMonth).Select(month => month.Key)], cancellation);

    /// <summary>Turnover per touched account and year.</summary>
    public Task<Dictionary<(AccountCode Account, int Period), Movement>> ByYearAsync(IEnumerable<int> years, CancellationToken cancellation) =>
        SumsAsync("year", [.. years.Where(year => year <= LastMonth?.Year)], cancellation);

    public bool IsLeaf(AccountCode account) => !parents.Contains(account);

    public string NameOf(AccountCode account) => Chart.Find(account)?.Name ?? (added.TryGetValue(account, out var known) ? known.Name : account.Value);

    public AccountCode? ParentOf(AccountCode account) => Chart.Find(account) is { } known ? known.Parent : added.TryGetValue(account, out var detail) ? detail.Parent : null;

    /// <summary>Whether an account is another one or lies under it.</summary>
    public bool IsUnder(AccountCode account, AccountCode above)
    {
        for (AccountCode? at = account; at is { } known; at = ParentOf(known))
            if (known == above) return true;
        return false;
    }

    public int LevelOf(AccountCode account)
    {
        var level = 1;
        for (var parent = ParentOf(account); parent is { } above; parent = ParentOf(above)) level++;
        return level;
    }

    /// <summary>As <see cref="Accounts.Carrier"/>.</summary>
    public AccountCode Carrier(AccountCode account)
    {
        while (firstDetails.TryGetValue(account, out var detail)) account = detail;
        return account;
    }

    /// <summary>The era of a period: its number, and between which positions its details were added.</summary>
    private static async Task<(long Number, long DetailsFrom, long DetailsBefore)?> EraAsync(Readers readers, long position, Owner owner, Period? period, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand("select position, month from books_2.book where owner = $1 and position <= $2 order by position");
        command.Parameters.Add(new() { Value = owner.Address });
        command.Parameters.Add(new() { Value = position });
        var eras = new List<(long Number, Month Month)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) eras.Add((reader.GetInt64(0), Month.OfKey(reader.GetInt32(1))));
        if (eras.Count == 0) return null;
        var asked = period is null ? eras.Count - 1 : Math.Max(0, eras.FindLastIndex(era => era.Month <= period.To));
        if (period is not null && asked > 0 && period.From < eras[asked].Month)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportPeriodAcrossConversion, ("book", owner), ("period", period), ("month", eras[asked].Month), ("before", eras[asked].Month.Previous)));
        return (eras[asked].Number, asked == 0 ? 0 : eras[asked].Number, asked + 1 < eras.Count ? eras[asked + 1].Number : long.MaxValue);
    }

    private void Add(AccountCode account, AccountCode parent, string name)
    {
        added[account] = (parent, name);
        firstDetails.TryAdd(parent, account);
        parents.Add(parent);
    }

    private async Task<Dictionary<(AccountCode Account, int Period), Movement>> SumsAsync(string column, int[] periods, CancellationToken cancellation)
    {
        var sums = new Dictionary<(AccountCode, int), Movement>();
        if (periods.Length == 0 || Touched.Count == 0) return sums;
        await using var command = readers.CreateCommand(
            $"""
            select a.account, p.period, l.debit, l.credit from unnest($2) as a(account) cross join unnest($3) as p(period)
            cross join lateral (
                select {column}_debit_fen as debit, {column}_credit_fen as credit from books_2.line
                where book = $1 and account = a.account and {column} = p.period and position <= $4 order by position desc, line desc limit 1) as l
            """);
        command.Parameters.Add(new() { Value = Number });
        command.Parameters.Add(new() { Value = Touched.Select(account => account.Value).ToArray() });
        command.Parameters.Add(new() { Value = periods });
        command.Parameters.Add(new() { Value = position });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) sums[(new(reader.GetString(0)), reader.GetInt32(1))] = new(reader.GetInt64(2), reader.GetInt64(3));
        foreach (var line in moved)
        {
            Move(line, column == "year" ? line.Month.Year : line.Month.Key, -1);
            Move(line, column == "year" ? line.Concerns.Year : line.Concerns.Key, 1);
        }

        return sums;

        void Move(RestatedLine line, int period, int sign)
        {
            if (!periods.Contains(period)) return;
            var before = sums.GetValueOrDefault((line.Account, period));
            sums[(line.Account, period)] = new(before.Debit + sign * line.Debit, before.Credit + sign * line.Credit);
        }
    }
}
