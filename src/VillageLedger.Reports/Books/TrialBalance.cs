using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 科目余额表: per account the balance before a period, the turnover of the period and of the year up to its end, and the balance after it, as known at a
/// position. A parent is the net of its details, save 内部往来, whose sides are never netted. Totals are over the lowest accounts.
/// </summary>
public static class TrialBalance
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("level", CellKind.Count), new("leaf", CellKind.Flag),
        new("openingDebitFen", CellKind.Fen), new("openingCreditFen", CellKind.Fen), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen),
        new("yearDebitFen", CellKind.Fen), new("yearCreditFen", CellKind.Fen), new("closingDebitFen", CellKind.Fen), new("closingCreditFen", CellKind.Fen),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="level">Only accounts down to this level; null: all.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, int? level = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        await models.CatchUpAsync("books_2", at.Position, cancellation).ConfigureAwait(false);
        if (await BookAt.FindAsync(models, at.Position, owner, period, cancellation).ConfigureAwait(false) is not { } book)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var asked = period ?? new(book.LastMonth ?? book.FirstMonth, book.LastMonth ?? book.FirstMonth);
        var leaves = await FiguresAsync(book, asked, cancellation).ConfigureAwait(false);
        var rows = WithParents(book, leaves)
            .Where(account => !account.Value.IsZero && !(level < book.LevelOf(account.Key)))
            .OrderBy(account => account.Key)
            .Select(account => (IReadOnlyList<object?>)[account.Key.Value, book.NameOf(account.Key), (long)book.LevelOf(account.Key), book.IsLeaf(account.Key), .. account.Value.Cells])
            .ToList();
        var totals = leaves.Values.Aggregate(new Figures(), (sum, leaf) => sum.PlusSides(leaf));
        return new("trial-balance", at, Columns, rows, ["", "", null, null, .. totals.Cells]) { Subject = $"{owner} · {asked}", Sources = TrialBalanceSources.Of(book, asked, rows) };
    }

    private static async Task<Dictionary<AccountCode, Figures>> FiguresAsync(BookAt book, Period period, CancellationToken cancellation)
    {
        var (first, last) = (period.From, period.To);
        var start = book.FirstMonth > new Month(first.Year, 1) ? book.FirstMonth : new Month(first.Year, 1);
        var months = await book.ByMonthAsync(start.To(last), cancellation).ConfigureAwait(false);
        var years = await book.ByYearAsync(Enumerable.Range(book.FirstMonth.Year, Math.Max(0, first.Year - book.FirstMonth.Year)), cancellation).ConfigureAwait(false);
        var figures = new Dictionary<AccountCode, Figures>();
        foreach (var ((account, _), sum) in years) Of(figures, book, account).Opening += sum.Debit - sum.Credit;
        foreach (var ((account, key), sum) in months)
        {
            var leaf = Of(figures, book, account);
            var month = Month.OfKey(key);
            if (month < first) leaf.Opening += sum.Debit - sum.Credit;
            else (leaf.Debit, leaf.Credit) = (leaf.Debit + sum.Debit, leaf.Credit + sum.Credit);
            if (month.Year == last.Year) (leaf.YearDebit, leaf.YearCredit) = (leaf.YearDebit + sum.Debit, leaf.YearCredit + sum.Credit);
        }

        if (last >= book.FirstMonth.Previous) AddOpening(book, period, figures);
        return figures;
    }

    /// <summary>
    /// The opening, with the year's turnover before it. A period that begins before the book, at the year's start, holds that turnover; its opening is then
    /// what the balance was before it.
    /// </summary>
    private static void AddOpening(BookAt book, Period period, Dictionary<AccountCode, Figures> figures)
    {
        var wholeYear = period.From <= new Month(book.FirstMonth.Year, 1);
        foreach (var line in book.Opening)
        {
            var leaf = Of(figures, book, line.Account);
            var (yearDebit, yearCredit) = (line.YearDebitFen ?? 0, line.YearCreditFen ?? 0);
            leaf.Opening += (line.DebitFen ?? 0) - (line.CreditFen ?? 0);
            if (period.To.Year == book.FirstMonth.Year) (leaf.YearDebit, leaf.YearCredit) = (leaf.YearDebit + yearDebit, leaf.YearCredit + yearCredit);
            if (!wholeYear) continue;
            leaf.Opening -= yearDebit - yearCredit;
            (leaf.Debit, leaf.Credit) = (leaf.Debit + yearDebit, leaf.Credit + yearCredit);
        }
    }

    private static Figures Of(Dictionary<AccountCode, Figures> figures, BookAt book, AccountCode account)
    {
        var carrier = book.Carrier(account);
        if (!figures.TryGetValue(carrier, out var leaf)) figures.Add(carrier, leaf = new());
        return leaf;
    }

    private static Dictionary<AccountCode, Figures> WithParents(BookAt book, Dictionary<AccountCode, Figures> leaves)
    {
        var all = leaves.ToDictionary(leaf => leaf.Key, leaf => leaf.Value);
        foreach (var (account, figures) in leaves)
        {
            var netted = book.Chart.RootOf(account)?.Role != AccountRole.Internal;
            for (var parent = book.ParentOf(account); parent is { } above; parent = book.ParentOf(above))
                all[above] = netted ? all.GetValueOrDefault(above, new()).PlusNet(figures) : all.GetValueOrDefault(above, new()).PlusSides(figures);
        }

        return all;
    }

    /// <summary>Amounts of an account in fen. Balances are net, debit positive, until sides that must not be netted are added.</summary>
    private sealed class Figures
    {
        private (Movement Opening, Movement Closing)? sides;

        public long Opening { get; set; }

        public long Debit { get; set; }

        public long Credit { get; set; }

        public long YearDebit { get; set; }

        public long YearCredit { get; set; }

        public bool IsZero => Cells.All(cell => cell is 0L);

        public IEnumerable<object?> Cells
        {
            get
            {
                var (opening, closing) = Sides;
                return [opening.Debit, opening.Credit, Debit, Credit, YearDebit, YearCredit, closing.Debit, closing.Credit];
            }
        }

        private (Movement Opening, Movement Closing) Sides => sides ?? (SideOf(Opening), SideOf(Opening + Debit - Credit));

        public Figures PlusNet(Figures other) => Plus(other, null);

        public Figures PlusSides(Figures other)
        {
            var (mine, theirs) = (Sides, other.Sides);
            return Plus(other, (Sum(mine.Opening, theirs.Opening), Sum(mine.Closing, theirs.Closing)));
        }

        private Figures Plus(Figures other, (Movement, Movement)? bothSides) => new()
        {
            Opening = Opening + other.Opening,
            Debit = Debit + other.Debit,
            Credit = Credit + other.Credit,
            YearDebit = YearDebit + other.YearDebit,
            YearCredit = YearCredit + other.YearCredit,
            sides = bothSides,
        };

        private static Movement SideOf(long balance) => balance >= 0 ? new(balance, 0) : new(0, -balance);

        private static Movement Sum(Movement left, Movement right) => new(left.Debit + right.Debit, left.Credit + right.Credit);
    }
}
