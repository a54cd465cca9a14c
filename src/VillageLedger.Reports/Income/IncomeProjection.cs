using Npgsql;

namespace VillageLedger.Reports;

/// <summary>
/// Income of every owner by statistical class, per month and per year, as running sums: one row for each fact that changes something, so that any
/// position is answered by the last row before it. Counts every kind of voucher but transfers.
/// </summary>
public sealed class IncomeProjection : Projection
{
    private static readonly TableShape Village = new("village", ["code", "name", "position"], ["position"]);
    private static readonly TableShape Place = new("place", ["place", "name", "position"], ["position"]);
    private static readonly TableShape Book = new("book", ["owner", "position"], ["position"]);
    private static readonly TableShape Closing = new("closing", ["book", "month", "position"], ["position"]);
    private static readonly TableShape Sum = new(
        "sum",
        [
            "book", "month", "year", "position",
            "month_operating_fen", "month_contracting_fen", "month_investment_fen", "month_grants_fen", "month_other_fen", "month_vouchers", "month_unposted",
            "year_operating_fen", "year_contracting_fen", "year_investment_fen", "year_grants_fen", "year_other_fen", "year_vouchers", "year_unposted",
        ],
        ["position"]);

    private readonly Dictionary<(long Book, int Period), IncomeSums> sums = [];
    private readonly Dictionary<(string Standard, AccountCode Account), IncomeClass> classes = [];
    private readonly ChartsInForce charts = new();
    private readonly BookStreams streams = new();
    private readonly BookNumbers books = new();
    private bool empty;

    public override string Name => "income_1";

    public override string Tables =>
        $"""
        create table village (code text collate "C" not null, name text not null, position bigint not null);
        create table place (place text collate "C" not null, name text not null, position bigint not null);
        create table book (owner text collate "C" not null, position bigint not null);
        create table closing (book bigint not null, month int not null, position bigint not null);
        create table sum (
            book bigint not null, month int not null, year int not null, position bigint not null,
            month_operating_fen bigint not null, month_contracting_fen bigint not null, month_investment_fen bigint not null, month_grants_fen bigint not null, month_other_fen bigint not null,
            month_vouchers bigint not null, month_unposted bigint not null,
            year_operating_fen bigint not null, year_contracting_fen bigint not null, year_investment_fen bigint not null, year_grants_fen bigint not null, year_other_fen bigint not null,
            year_vouchers bigint not null, year_unposted bigint not null);
        {ChartsInForce.TableSql}
        """;

    public override string Indexes =>
        """
        create unique index on sum (book, month, position);
        create unique index on sum (book, year, position);
        create unique index on book (owner);
        create unique index on village (code, position);
        create unique index on place (place, position);
        create unique index on closing (book, month, position);
        """;

    public override IReadOnlyList<TableShape> Shapes => [Village, Place, Book, Closing, Sum, ChartsInForce.Table];

    public override void Forget(bool empty)
    {
        this.empty = empty;
        sums.Clear();
        classes.Clear();
        charts.Forget(empty);
        books.Forget(empty);
    }

    public override async Task FoldAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rows);
        await charts.LoadAsync(session, schema, cancellation).ConfigureAwait(false);
        await books.LoadAsync(session, schema, cancellation).ConfigureAwait(false);
        if (!empty) await LoadAsync(session, facts, schema, cancellation).ConfigureAwait(false);
        foreach (var fact in facts) Fold(fact, rows);
    }

    private void Fold(PlacedFact placed, RowBuffers rows)
    {
        var position = placed.Position;
        switch (placed.Fact)
        {
            case RulesAdopted adopted:
                charts.Fold(adopted, position, rows);
                classes.Clear();
                break;
            case PlaceNamed named:
                AddName(rows, Place, named.Place, named.Name, position);
                break;
            case VillageRegistered village:
                AddName(rows, Village, village.Village, village.Name, position);
                break;
            case BookOpened opened:
                FoldOpening(opened, position, rows);
                break;
            case OpeningAmended amended:
                FoldAmended(amended, position, rows);
                break;
            case MonthClosed closed:
                rows.Row(Closing).Whole(books[closed.Book.Address]).Small(closed.Month.Key).Whole(position);
                break;
            case VoucherPosted posted:
                FoldPosted(posted, placed, rows);
                break;
            case null or VouchersImported:
                if (placed.Unposted != 0 && streams.Of(placed.Stored.Stream) is { } at) Change(books[at.Owner], at.Month, position, rows, placed.Unposted);
                break;
            // What is converted are balances: income before and after counts by the standard of each voucher.
            case CompanyRegistered or PartyRegistered or AccountAdded or BookConverted or BookEnded or VouchersReviewed:
                break;
            case var fact when FactGroups.IsBesideBooks(fact) || FactGroups.IsOfPlaces(fact):
                break;
            default:
                throw new UnknownFactException(placed.Stored.Type);
        }
    }

    private void FoldPosted(VoucherPosted posted, PlacedFact placed, RowBuffers rows)
    {
        var (owner, month) = streams.Of(placed.Stored.Stream)!.Value;
        var change = new IncomeSums { Vouchers = 1 };
        if (posted.Kind != VoucherKind.Transfer)
            foreach (var line in posted.Lines) change.Add(ClassOf(posted.Standard, line.Account), line.Credit - line.Debit);
        Change(books[owner], month, placed.Position, rows, placed.Unposted, change);
    }

    /// <summary>
    /// Income of the year before a book that begins within it: known in sum only, and carried in the month before the first, so that the year and every
    /// period up to then hold it.
    /// </summary>
    private void FoldOpening(BookOpened opened, long position, RowBuffers rows)
    {
        books.Add(opened.Owner.Address, position);
        rows.Row(Book).Text(opened.Owner.Address).Whole(position);
        var change = Before(opened.Standard, opened.Opening);
        if (!change.IsZero) Change(position, opened.Month.Previous, position, rows, 0, change);
    }

    /// <summary>No voucher lies in the month before a book: what stands there is the opening so far, and the difference makes it the amended one.</summary>
    private void FoldAmended(OpeningAmended amended, long position, RowBuffers rows)
    {
        var book = books[amended.Owner.Address];
        var change = Before(amended.Standard, amended.Opening).Minus(SumsOf(book, amended.Month.Previous.Key));
        if (!change.IsZero) Change(book, amended.Month.Previous, position, rows, 0, change);
    }

    private IncomeSums Before(string standard, IReadOnlyList<OpeningLine> opening)
    {
        var sums = new IncomeSums();
        foreach (var line in opening) sums.Add(ClassOf(standard, line.Account), (line.YearCreditFen ?? 0) - (line.YearDebitFen ?? 0));
        return sums;
    }

    private IncomeClass ClassOf(string standard, AccountCode account)
    {
        if (classes.TryGetValue((standard, account), out var known)) return known;
        return classes[(standard, account)] = charts[standard].RootOf(account)?.Income ?? IncomeClass.None;
    }

    private void Change(long book, Month month, long position, RowBuffers rows, int unposted, IncomeSums? change = null)
    {
        var ofMonth = SumsOf(book, month.Key).Plus(change, unposted);
        var ofYear = SumsOf(book, month.Year).Plus(change, unposted);
        sums[(book, month.Key)] = ofMonth;
        sums[(book, month.Year)] = ofYear;
        ofYear.Write(ofMonth.Write(rows.Row(Sum).Whole(book).Small(month.Key).Small(month.Year).Whole(position)));
    }

    private IncomeSums SumsOf(long book, int period) => sums.TryGetValue((book, period), out var known) ? known : new();

    private static void AddName(RowBuffers rows, TableShape table, string code, string name, long position) => rows.Row(table).Text(code).Text(name).Whole(position);

    /// <summary>Reads the last sums of what this batch will change.</summary>
    private async Task LoadAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, string schema, CancellationToken cancellation)
    {
        var periods = new HashSet<(long Book, int Period)>();
        foreach (var fact in facts)
        {
            // A book that this batch opens has no sums yet.
            if (streams.Of(fact.Stored.Stream) is { } at && books.Find(at.Owner) is { } book) Note(book, at.Month);
            if (fact.Fact is OpeningAmended amended && books.Find(amended.Owner.Address) is { } begun) Note(begun, amended.Month.Previous);
        }

        foreach (var (column, ofYear) in new[] { ("month", false), ("year", true) })
        {
            var wanted = periods.Where(period => period.Period < 10_000 == ofYear).ToList();
            if (wanted.Count == 0) continue;
            await using var command = new NpgsqlCommand(
                $"""
                select k.book, k.period, s.* from unnest($1, $2) as k(book, period)
                cross join lateral (
                    select {column}_operating_fen, {column}_contracting_fen, {column}_investment_fen, {column}_grants_fen, {column}_other_fen, {column}_vouchers, {column}_unposted
                    from {schema}.sum where book = k.book and {column} = k.period order by position desc limit 1) as s
                """,
                session);
            command.Parameters.Add(new() { Value = wanted.Select(period => period.Book).ToArray() });
            command.Parameters.Add(new() { Value = wanted.Select(period => period.Period).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) sums[(reader.GetInt64(0), reader.GetInt32(1))] = IncomeSums.Read(reader, 2);
        }

        void Note(long book, Month month)
        {
            if (!sums.ContainsKey((book, month.Key))) periods.Add((book, month.Key));
            if (!sums.ContainsKey((book, month.Year))) periods.Add((book, month.Year));
        }
    }
}

/// <summary>Income of a period by class, in fen, with the number of posted and of unposted vouchers.</summary>
public sealed record IncomeSums
{
    public long Operating { get; private set; }

    public long Contracting { get; private set; }

    public long Investment { get; private set; }

    public long Grants { get; private set; }

    public long Other { get; private set; }

    public long Vouchers { get; init; }

    public long Unposted { get; init; }

    /// <summary>经营性收入: all but grants and other income.</summary>
    public long OperatingIncome => Operating + Contracting + Investment;

    /// <summary>总收入.</summary>
    public long TotalIncome => OperatingIncome + Grants + Other;

    internal bool IsZero => this == new IncomeSums();

    internal static IncomeSums Read(NpgsqlDataReader reader, int column) => new()
    {
        Operating = reader.GetInt64(column),
        Contracting = reader.GetInt64(column + 1),
        Investment = reader.GetInt64(column + 2),
        Grants = reader.GetInt64(column + 3),
        Other = reader.GetInt64(column + 4),
        Vouchers = reader.GetInt64(column + 5),
        Unposted = reader.GetInt64(column + 6),
    };

    internal void Add(IncomeClass income, long fen)
    {
        switch (income)
        {
            case IncomeClass.Operating: Operating += fen; break;
            case IncomeClass.Contracting: Contracting += fen; break;
            case IncomeClass.Investment: Investment += fen; break;
            case IncomeClass.Grants: Grants += fen; break;
            case IncomeClass.Other: Other += fen; break;
            default: break;
        }
    }

    internal IncomeSums Plus(IncomeSums? change, int unposted = 0) => new()
    {
        Operating = Operating + (change?.Operating ?? 0),
        Contracting = Contracting + (change?.Contracting ?? 0),
        Investment = Investment + (change?.Investment ?? 0),
        Grants = Grants + (change?.Grants ?? 0),
        Other = Other + (change?.Other ?? 0),
        Vouchers = Vouchers + (change?.Vouchers ?? 0),
        Unposted = Unposted + (change?.Unposted ?? 0) + unposted,
    };

    internal IncomeSums Minus(IncomeSums other) => new()
    {
        Operating = Operating - other.Operating,
        Contracting = Contracting - other.Contracting,
        Investment = Investment - other.Investment,
        Grants = Grants - other.Grants,
        Other = Other - other.Other,
        Vouchers = Vouchers - other.Vouchers,
        Unposted = Unposted - other.Unposted,
    };

    internal CopyBuffer Write(CopyBuffer row) =>
        row.Whole(Operating).Whole(Contracting).Whole(Investment).Whole(Grants).Whole(Other).Whole(Vouchers).Whole(Unposted);
}
