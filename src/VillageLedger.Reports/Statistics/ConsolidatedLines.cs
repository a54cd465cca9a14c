namespace VillageLedger.Reports;

/// <summary>A line of a consolidated report: a class (level 1), or a level-1 account of a standard (level 2). In fen, positive on the side where the class stands.</summary>
internal sealed record ConsolidatedLine(string Key, long Level, string Item, string? Standard, string? Account, string Name, long SumFen, long EliminatedFen, Func<string, IReadOnlyList<FigureSource>?> SourcesOf)
{
    public IReadOnlyList<object?> Cells => [Key, Level, Item, Standard, Account, Name, SumFen, EliminatedFen, SumFen - EliminatedFen, null, null, null, null, null, null, null];
}

/// <summary>The lines of a consolidated report: balances at the period's end, then income and expense of the period without transfers.</summary>
internal static class ConsolidatedLines
{
    public const string Asset = "asset";
    public const string Liability = "liability";
    public const string Equity = "equity";
    public const string Difference = "difference";
    public const string Income = "income";
    public const string Expense = "expense";
    public const string Surplus = "surplus";

    /// <summary>The result that is not transferred yet stands with equity.</summary>
    private const string UntransferredKey = "equity/untransferred";

    public static IReadOnlyList<ConsolidatedLine> Of(ConsolidatedBooks books, IReadOnlyList<Eliminated> eliminated, Period period, Language language)
    {
        var balances = books.Accounts.Where(account => account.Book.IsLast).ToList();
        var outOfBalances = eliminated.Where(line => !line.IsTurnover).ToLookup(line => (line.Line.Book.Standard, line.Line.Root.Code));
        var outOfTurnover = eliminated.Where(line => line.IsTurnover).ToLookup(line => (line.Line.Book.Standard, line.Line.Root.Code));
        var asset = Accounts(Asset, balances, 1, outOfBalances, AccountClass.Asset, AccountClass.Cost);
        var liability = Accounts(Liability, balances, -1, outOfBalances, AccountClass.Liability);
        var equity = Accounts(Equity, balances, -1, outOfBalances, AccountClass.Equity);
        if (Untransferred(balances) is { } untransferred) equity.Add(untransferred);
        var income = Accounts(Income, books.Accounts, -1, outOfTurnover, AccountClass.Income);
        var expense = Accounts(Expense, books.Accounts, 1, outOfTurnover, AccountClass.Expense);
        List<ConsolidatedLine> lines = [.. With(Asset, asset), .. With(Liability, liability), .. With(Equity, equity)];
        var difference = new Line(Sum(asset) - Sum(liability) - Sum(equity), Out(asset) - Out(liability) - Out(equity));
        if (difference != default) lines.Add(new(Difference, 1, Difference, null, null, Texts.Of("word.item.difference", language), difference.SumFen, difference.EliminatedFen, _ => null));
        lines.AddRange([.. With(Income, income), .. With(Expense, expense)]);
        lines.Add(new(Surplus, 1, Surplus, null, null, Texts.Of("word.item.surplus", language), Sum(income) - Sum(expense), Out(income) - Out(expense), _ => null));
        return lines;

        List<ConsolidatedLine> Accounts(string item, IEnumerable<MemberAccount> of, int sign, ILookup<(string, AccountCode), Eliminated> outs, params AccountClass[] classes) =>
        [
            .. from account in of
               where classes.Contains(account.Root.Class)
               group account by (account.Book.Standard, account.Root.Code) into same
               orderby same.Key.Standard, same.Key.Code
               let root = same.First().Root
               let fen = same.Sum(account => item is Income or Expense ? account.TurnoverFen : account.BalanceFen)
               let lines = outs[same.Key].ToList()
               let minus = lines.Sum(line => line.Fen)
               where fen != 0 || minus != 0
               select new ConsolidatedLine(
                   $"{item}/{same.Key.Standard}/{same.Key.Code}", 2, item, same.Key.Standard, same.Key.Code.Value, language == Language.English ? root.EnglishName : root.Name, sign * fen, sign * minus,
                   column => column switch
                   {
                       "sumFen" => [.. same.SelectMany(account => ConsolidatedSources.Of(account, period, sign, turnover: item is Income or Expense))],
                       "eliminatedFen" when lines.All(line => line.IsWhole) => [.. lines.SelectMany(line => ConsolidatedSources.Of(line, period, sign))],
                       _ => null,
                   }),
        ];

        ConsolidatedLine? Untransferred(IEnumerable<MemberAccount> of)
        {
            List<MemberAccount> results = [.. of.Where(account => account.Root.Class is AccountClass.Income or AccountClass.Expense && account.BalanceFen != 0)];
            return results.Count == 0 ? null : new(
                UntransferredKey, 2, Equity, null, null, Texts.Of("report.consolidated.untransferred", language), -results.Sum(account => account.BalanceFen), 0,
                column => column == "sumFen" ? [.. results.SelectMany(account => ConsolidatedSources.Of(account, period, -1, turnover: false))] : null);
        }

        IEnumerable<ConsolidatedLine> With(string item, List<ConsolidatedLine> parts) =>
        [
            new(item, 1, item, null, null, Texts.Of("word.item." + item, language), Sum(parts), Out(parts), column => column is not ("sumFen" or "eliminatedFen") ? null : Together([.. parts.Select(part => part.SourcesOf(column) ?? (part.EliminatedFen == 0 && column == "eliminatedFen" ? [] : null))])),
            .. parts,
        ];
    }

    private static long Sum(List<ConsolidatedLine> lines) => lines.Sum(line => line.SumFen);

    private static long Out(List<ConsolidatedLine> lines) => lines.Sum(line => line.EliminatedFen);

    private static IReadOnlyList<FigureSource>? Together(IReadOnlyList<IReadOnlyList<FigureSource>?> parts) => parts.Any(part => part is null) ? null : [.. parts.SelectMany(part => part!)];

    private readonly record struct Line(long SumFen, long EliminatedFen);
}

/// <summary>The lines that figures of a consolidated report are the sums of.</summary>
internal static class ConsolidatedSources
{
    public static IEnumerable<FigureSource> Of(MemberAccount account, Period period, int sign, bool turnover) => Of(account.Book, account.Accounts, period, sign, turnover, null);

    public static IEnumerable<FigureSource> Of(Eliminated line, Period period, int sign) => Of(line.Line.Book, [line.Line.Account], period, sign, line.IsTurnover, line.Line.Named);

    private static IEnumerable<FigureSource> Of(MemberBook book, IReadOnlyList<AccountCode> accounts, Period period, int sign, bool turnover, Holder? party)
    {
        if (turnover)
        {
            yield return new FigureSource.Lines(book.Number, accounts, period.From, period.To, LineMeasure.Net, sign, WithoutTransfers: true, Party: party);
            if (party is null && book.Month.Previous >= period.From && book.Month.Previous <= period.To) yield return new FigureSource.YearBefore(book.Number, accounts, LineMeasure.Net, sign);
        }
        else
        {
            yield return new FigureSource.Opening(book.Number, accounts, LineMeasure.Net, sign, party);
            yield return new FigureSource.Lines(book.Number, accounts, book.Month, period.To, LineMeasure.Net, sign, Party: party);
        }
    }
}
