using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// A book as known at a position, for everything that shows its lines: which accounts lie under one, and the posted vouchers that touch them. Which vouchers those are
/// is read from the projection's lines, what they say from their facts.
/// </summary>
internal sealed class LedgerBook
{
    private const string Projection = "books_2";

    private readonly ReadModels models;

    private LedgerBook(ReadModels models, LogMoment at, Owner owner, BookAt book) => (this.models, At, Owner, Book) = (models, at, owner, book);

    public LogMoment At { get; }

    public Owner Owner { get; }

    public BookAt Book { get; }

    /// <summary>The book as it was kept in a period: of one that was converted, the era that the period lies in; the present one where none is given.</summary>
    /// <exception cref="ReportRefusedException">The owner has no book at the position, or the period goes across a conversion.</exception>
    public static async Task<LedgerBook> OpenAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        await models.CatchUpAsync(Projection, at.Position, cancellation).ConfigureAwait(false);
        return await BookAt.FindAsync(models, at.Position, owner, period, cancellation).ConfigureAwait(false) is { } book
            ? new(models, at, owner, book)
            : throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
    }

    /// <summary>The period asked for, or the latest month with a posting, or the first month.</summary>
    public LedgerSpan SpanOf(Period? period) => new(period ?? new(Book.LastMonth ?? Book.FirstMonth, Book.LastMonth ?? Book.FirstMonth), Book);

    /// <exception cref="ReportRefusedException">There is no such account.</exception>
    public void Require(AccountCode? account)
    {
        if (account is { } asked && Book.Chart.Find(asked) is null && Book.ParentOf(asked) is null)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.AccountNotThere, ("account", asked), ("owner", Owner)));
    }

    public bool IsUnder(AccountCode account, AccountCode above) => Book.IsUnder(account, above);

    /// <summary>Whether the balances of details may be set off against each other: everywhere but in 内部往来.</summary>
    public bool IsNetted(AccountCode account) => Book.Chart.RootOf(account)?.Role != AccountRole.Internal;

    /// <summary>The lowest accounts that carry anything and meet a condition, in order.</summary>
    public IReadOnlyList<AccountCode> Leaves(Func<AccountCode, bool> wanted) => [.. Book.Touched.Select(Book.Carrier).Distinct().Where(wanted).Order()];

    /// <summary>The lowest accounts with a role that carry anything.</summary>
    public IReadOnlyList<AccountCode> LeavesOf(AccountRole role) => Leaves(account => Book.Chart.RootOf(account)?.Role == role);

    /// <summary>The account with those above it: <c>102 银行存款—基本户</c>.</summary>
    public string FullNameOf(AccountCode account)
    {
        var path = Book.NameOf(account);
        for (var parent = Book.ParentOf(account); parent is { } above; parent = Book.ParentOf(above)) path = Book.NameOf(above) + "—" + path;
        return $"{account} {path}";
    }

    /// <summary>The posted vouchers of some months with a line that a wanted lowest account carries, in the order of their dates.</summary>
    public async Task<IReadOnlyList<PostedVoucher>> VouchersAsync(Month from, Month to, Func<AccountCode, bool> wanted, CancellationToken cancellation)
    {
        var months = new Dictionary<long, Month>();
        var accounts = Book.Touched.Where(account => wanted(Book.Carrier(account))).Select(account => account.Value).ToArray();
        if (from > to || accounts.Length == 0) return [];
        await using (var command = models.Readers.CreateCommand(
            $"select position, month from unnest($2) as a(account) join {Projection}.line l on l.book = $1 and l.account = a.account and l.month between $3 and $4 and l.position <= $5"))
        {
            foreach (var value in (object[])[Book.Number, accounts, from.Key, to.Key, At.Position]) command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) months[reader.GetInt64(0)] = Month.OfKey(reader.GetInt32(1));
        }

        var facts = await models.Facts.ReadAtAsync(months.Keys, cancellation: cancellation).ConfigureAwait(false);
        return [.. facts.Select(fact => new PostedVoucher(fact.Position, months[fact.Position], (VoucherPosted)FactTypes.Read(fact.Type, fact.Data.Span)))
            .OrderBy(voucher => voucher.Fact.Date).ThenBy(voucher => voucher.Position)];
    }

    /// <summary>Their lines that wanted lowest accounts carry, in the same order.</summary>
    public async Task<IReadOnlyList<BookLine>> LinesAsync(Month from, Month to, Func<AccountCode, bool> wanted, CancellationToken cancellation) =>
        [.. (await VouchersAsync(from, to, wanted, cancellation).ConfigureAwait(false)).SelectMany(LinesOf).Where(line => wanted(line.Account))];

    /// <summary>Sums of the posted lines of some months by lowest account, party and month, without reading the vouchers.</summary>
    /// <param name="party">Only lines that name this one; null: all lines.</param>
    /// <param name="transfers">Whether those of transfers (结转) count.</param>
    public async Task<IReadOnlyList<LedgerSum>> SumsAsync(Month from, Month to, Func<AccountCode, bool> wanted, Holder? party, bool transfers, CancellationToken cancellation)
    {
        var accounts = Book.Touched.Where(account => wanted(Book.Carrier(account))).Select(account => account.Value).ToArray();
        if (from > to || accounts.Length == 0) return [];
        return await SqlRows.ReadAsync(
            models.Readers,
            $"""
            select l.account, l.party, l.month, sum(l.debit_fen)::bigint, sum(l.credit_fen)::bigint
            from unnest($2) as a(account) join {Projection}.line l on l.book = $1 and l.account = a.account and l.month between $3 and $4 and l.position <= $5
            where ($6 or l.kind <> 'transfer') and ($7 = '' or l.party = $7) group by l.account, l.party, l.month
            """,
            row => new LedgerSum(Book.Carrier(new(row.GetString(0))), row.IsDBNull(1) ? null : row.Holder(1), row.Month(2), new(row.GetInt64(3), row.GetInt64(4))),
            cancellation, Book.Number, accounts, from.Key, to.Key, At.Position, transfers, party?.Address ?? "").ConfigureAwait(false);
    }

    public IEnumerable<BookLine> LinesOf(PostedVoucher voucher) =>
        voucher.Fact.Lines.Select((line, i) => new BookLine(voucher, i + 1, line, Book.Carrier(line.Account)));

    /// <summary>对方科目: the accounts on the other side of the voucher; where all its lines stand on one side, the others.</summary>
    public IReadOnlyList<AccountCode> OppositeOf(BookLine line)
    {
        var all = line.Fact.Lines;
        var other = all.Where(one => one.DebitFen is null != line.Line.DebitFen is null).Select(one => Book.Carrier(one.Account)).Distinct().ToList();
        return other.Count > 0 ? other : [.. all.Select(one => Book.Carrier(one.Account)).Where(account => account != line.Account).Distinct()];
    }

    public string OppositeText(BookLine line) => string.Join("、", OppositeOf(line).Select(FullNameOf));

    public async Task<IReadOnlyDictionary<Holder, string>> NamesAsync(IEnumerable<Holder?> holders, PersonNaming? persons, CancellationToken cancellation)
    {
        var wanted = holders.OfType<Holder>().ToHashSet();
        if (wanted.Count == 0) return new Dictionary<Holder, string>();
        await models.CatchUpAsync(HoldingsProjection.Schema, At.Position, cancellation).ConfigureAwait(false);
        return await HolderNames.ReadAsync(models.Readers, HoldingsProjection.Schema, At.Position, wanted, persons, cancellation).ConfigureAwait(false);
    }
}

/// <summary>What lines of a month sum to.</summary>
/// <param name="Account">The lowest account that carries them.</param>
internal sealed record LedgerSum(AccountCode Account, Holder? Party, Month Month, Movement Sum)
{
    public static LedgerSum Of(BookLine line) => new(line.Account, line.Line.Party, line.Voucher.Month, new(line.Line.Debit, line.Line.Credit));
}
