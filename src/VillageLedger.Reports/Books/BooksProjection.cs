using Npgsql;

namespace VillageLedger.Reports;

/// <summary>
/// The lines of all books with running sums per account and month and per account and year, so that a balance at any position is read by the
/// last row before it. Back-dating adds rows and changes none. A book that was converted to another standard has a row in <c>book</c> for each of its eras.
/// </summary>
public sealed class BooksProjection : Projection
{
    private static readonly TableShape Book = new("book", ["owner", "standard", "month", "position"], ["position"]);
    private static readonly TableShape Account = new("account", ["owner", "account", "parent", "name", "line", "position"], ["position", "line"]);
    /// <summary>Each opening that a book was given: the newest one known counts, whole.</summary>
    private static readonly TableShape Opened = new("opened", ["book", "position"], ["position"]);

    private static readonly TableShape Opening = new(
        "opening", ["book", "account", "party", "debit_fen", "credit_fen", "year_debit_fen", "year_credit_fen", "line", "position"], ["position", "line"]);

    private static readonly TableShape Line = new(
        "line",
        [
            "book", "year", "month", "account", "position", "line", "kind", "party", "debit_fen", "credit_fen",
            "month_debit_fen", "month_credit_fen", "year_debit_fen", "year_credit_fen",
        ],
        ["position", "line"]);

    private static readonly TableShape Touched = new("touched", ["book", "account", "position"], ["position", "account"]);
    private static readonly TableShape Unposted = new("unposted", ["book", "month", "voucher", "change", "position"], ["position"]);
    private static readonly TableShape Closing = new("closing", ["book", "month", "position"], ["position"]);

    private readonly Dictionary<(long Book, AccountCode Account, int Period), Movement> sums = [];
    private readonly HashSet<(long Book, AccountCode Account)> touched = [];
    private readonly HashSet<long> touchedLoaded = [];
    private readonly BookNumbers books = new();
    private readonly BookStreams streams = new();
    private bool empty;

    public override string Name => "books_2";

    public override string Tables =>
        $"""
        create table book (owner text collate "C" not null, standard text not null, month int not null, position bigint not null);
        create table account (owner text collate "C" not null, account text collate "C" not null, parent text collate "C" not null, name text not null, line int not null, position bigint not null);
        create table opened (book bigint not null, position bigint not null);
        create table opening (
            book bigint not null, account text collate "C" not null, party text, debit_fen bigint not null, credit_fen bigint not null,
            year_debit_fen bigint not null, year_credit_fen bigint not null, line int not null, position bigint not null);
        create table line (
            book bigint not null, year int not null, month int not null, account text collate "C" not null, position bigint not null, line int not null,
            kind text not null, party text, debit_fen bigint not null, credit_fen bigint not null,
            month_debit_fen bigint not null, month_credit_fen bigint not null, year_debit_fen bigint not null, year_credit_fen bigint not null);
        create table touched (book bigint not null, account text collate "C" not null, position bigint not null);
        create table unposted (book bigint not null, month int not null, voucher text collate "C" not null, change int not null, position bigint not null);
        create table closing (book bigint not null, month int not null, position bigint not null);
        {ChartsInForce.TableSql}
        """;

    /// <summary>What owners of books have with one another: few of all lines, found by an index of their own where a question says the same words.</summary>
    public const string BetweenOwners = "split_part(party, '/', 1) in ('village', 'company', 'venture')";

    public override string Indexes =>
        $"""
        create unique index on line (book, account, month, position, line);
        create unique index on line (book, account, year, position, line);
        create unique index on book (owner, position);
        create unique index on account (owner, position, line);
        create unique index on opened (book, position);
        create unique index on opening (book, position, line);
        create unique index on touched (book, account);
        create index on unposted (book, month);
        create unique index on closing (book, month, position);
        create index on line (book, month) where {BetweenOwners};
        create index on line (book, month) where kind = 'transfer';
        """;

    public override IReadOnlyList<TableShape> Shapes => [Book, Account, Opened, Opening, Line, Touched, Unposted, Closing, ChartsInForce.Table];

    public override void Forget(bool empty)
    {
        this.empty = empty;
        sums.Clear();
        touched.Clear();
        touchedLoaded.Clear();
        books.Forget(empty);
    }

    public override async Task FoldAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rows);
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
                new ChartsInForce().Fold(adopted, position, rows);
                break;
            case AccountAdded added:
                AddAccount(added, 1, position, rows);
                break;
            case BookOpened opened:
                Begin(opened.Owner, opened.Standard, opened.Month, opened.Opening, position, rows);
                break;
            case OpeningAmended amended:
                AddOpening(books[amended.Owner.Address], amended.Opening, position, rows);
                break;
            case BookConverted converted:
                foreach (var (i, detail) in (converted.Accounts ?? []).Index()) AddAccount(detail.Added(converted.Book), i + 1, position, rows);
                Begin(converted.Book, converted.To, converted.Month, converted.Opening(), position, rows);
                break;
            case MonthClosed closed:
                rows.Row(Closing).Whole(books[closed.Book.Address]).Small(closed.Month.Key).Whole(position);
                break;
            case VoucherPosted posted:
                FoldPosted(posted, placed, rows);
                AddUnposted(placed, rows);
                break;
            case null:
                if (placed.Unposted != 0) AddUnposted(placed, rows);
                break;
            case VouchersReviewed or BookEnded or VouchersImported or PlaceNamed or VillageRegistered or CompanyRegistered or PartyRegistered:
                break;
            case var fact when FactGroups.IsBesideBooks(fact) || FactGroups.IsOfPlaces(fact):
                break;
            default:
                throw new UnknownFactException(placed.Stored.Type);
        }
    }

    private void AddUnposted(PlacedFact placed, RowBuffers rows)
    {
        var (owner, month) = streams.Of(placed.Stored.Stream)!.Value;
        rows.Row(Unposted).Whole(books[owner]).Small(month.Key).Text(placed.Voucher!.Value.Value).Small(placed.Unposted).Whole(placed.Position);
    }

    private static void AddAccount(AccountAdded added, int line, long position, RowBuffers rows) =>
        rows.Row(Account).Text(added.Owner.Address).Text(added.Account.Value).Text(added.Parent.Value).Text(added.Name).Small(line).Whole(position);

    /// <summary>A book, or its next era: from here on the owner's vouchers belong to it, since every earlier month is closed.</summary>
    private void Begin(Owner owner, string standard, Month month, IReadOnlyList<OpeningLine> opening, long position, RowBuffers rows)
    {
        books.Add(owner.Address, position);
        rows.Row(Book).Text(owner.Address).Text(standard).Small(month.Key).Whole(position);
        AddOpening(position, opening, position, rows);
    }

    private void AddOpening(long book, IReadOnlyList<OpeningLine> opening, long position, RowBuffers rows)
    {
        rows.Row(Opened).Whole(book).Whole(position);
        foreach (var (i, line) in opening.Index())
        {
            Touch(book, line.Account, position, rows);
            rows.Row(Opening).Whole(book).Text(line.Account.Value).Text(line.Party?.Address)
                .Whole(line.DebitFen ?? 0).Whole(line.CreditFen ?? 0).Whole(line.YearDebitFen ?? 0).Whole(line.YearCreditFen ?? 0)
                .Small(i + 1).Whole(position);
        }
    }

    private void FoldPosted(VoucherPosted posted, PlacedFact placed, RowBuffers rows)
    {
        var (owner, month) = streams.Of(placed.Stored.Stream)!.Value;
        var book = books[owner];
        for (var i = 0; i < posted.Lines.Count; i++)
        {
            var line = posted.Lines[i];
            Touch(book, line.Account, placed.Position, rows);
            var ofMonth = Add((book, line.Account, month.Key), line);
            var ofYear = Add((book, line.Account, month.Year), line);
            rows.Row(Line).Whole(book).Small(month.Year).Small(month.Key).Text(line.Account.Value).Whole(placed.Position).Small(i + 1)
                .Text(KindOf(posted.Kind)).Text(line.Party?.Address).Whole(line.Debit).Whole(line.Credit)
                .Whole(ofMonth.Debit).Whole(ofMonth.Credit).Whole(ofYear.Debit).Whole(ofYear.Credit);
        }
    }

    internal static string KindOf(VoucherKind kind) => kind switch
    {
        VoucherKind.Ordinary => "ordinary",
        VoucherKind.Transfer => "transfer",
        VoucherKind.Reversal => "reversal",
        VoucherKind.Correction => "correction",
        VoucherKind.Allocation => "allocation",
        VoucherKind.Dividend => "dividend",
        _ => throw new InvalidOperationException($"No name is known for voucher kind {kind}."),
    };

    private Movement Add((long Book, AccountCode Account, int Period) key, VoucherLine line)
    {
        var before = sums.GetValueOrDefault(key);
        return sums[key] = new(before.Debit + line.Debit, before.Credit + line.Credit);
    }

    private void Touch(long book, AccountCode account, long position, RowBuffers rows)
    {
        if (!touched.Add((book, account))) return;
        rows.Row(Touched).Whole(book).Text(account.Value).Whole(position);
    }

    /// <summary>Reads the last sums of what this batch will change, and the accounts that its owners have used.</summary>
    private async Task LoadAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, string schema, CancellationToken cancellation)
    {
        var wanted = new HashSet<(long Book, AccountCode Account, int Period)>();
        var used = new HashSet<long>();
        foreach (var fact in facts)
        {
            if (fact.Fact is OpeningAmended amended && books.Find(amended.Owner.Address) is { } begun) used.Add(begun);
            if (fact.Fact is not VoucherPosted posted) continue;
            var (owner, month) = streams.Of(fact.Stored.Stream)!.Value;
            // A book that this batch opens has no rows yet.
            if (books.Find(owner) is not { } book) continue;
            used.Add(book);
            foreach (var line in posted.Lines)
            {
                wanted.Add((book, line.Account, month.Key));
                wanted.Add((book, line.Account, month.Year));
            }
        }

        wanted.RemoveWhere(sums.ContainsKey);
        foreach (var column in new[] { "month", "year" })
        {
            var keys = wanted.Where(key => key.Period > 10_000 == (column == "month")).ToList();
            if (keys.Count == 0) continue;
            await using var command = new NpgsqlCommand(
                $"""
                select k.book, k.account, k.period, l.debit, l.credit from unnest($1, $2, $3) as k(book, account, period)
                cross join lateral (
                    select {column}_debit_fen as debit, {column}_credit_fen as credit from {schema}.line
                    where book = k.book and account = k.account and {column} = k.period order by position desc, line desc limit 1) as l
                """,
                session);
            command.Parameters.Add(new() { Value = keys.Select(key => key.Book).ToArray() });
            command.Parameters.Add(new() { Value = keys.Select(key => key.Account.Value).ToArray() });
            command.Parameters.Add(new() { Value = keys.Select(key => key.Period).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                sums[(reader.GetInt64(0), new(reader.GetString(1)), reader.GetInt32(2))] = new(reader.GetInt64(3), reader.GetInt64(4));
        }

        used.ExceptWith(touchedLoaded);
        if (used.Count == 0) return;
        await using var accounts = new NpgsqlCommand($"select book, account from {schema}.touched where book = any($1)", session) { Parameters = { new() { Value = used.ToArray() } } };
        await using var found = await accounts.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await found.ReadAsync(cancellation).ConfigureAwait(false)) touched.Add((found.GetInt64(0), new(found.GetString(1))));
        touchedLoaded.UnionWith(used);
    }
}
