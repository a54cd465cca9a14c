namespace VillageLedger.Reports;

/// <summary>What the balances of a book at a month's end give to note.</summary>
internal sealed class BalanceNotes(BookAt book, BalanceFigures figures, Month month, Language language)
{
    private readonly BalanceMoment end = BalanceMoment.EndOf(month);

    public IEnumerable<StatementNote> All() => [.. Abnormal(), .. Suspense(), .. Internal(), .. Untransferred()];

    /// <summary>Balances on the side where the account has none as a rule; the statement shows them with a minus.</summary>
    private IEnumerable<StatementNote> Abnormal() =>
        from account in Lowest(root => root.Side != Side.Both)
        let figure = figures.Sums.BalanceOf(Carried(account), end, book.Chart.RootOf(account)!.Side)
        where figure.Fen < 0
        select Note("abnormal", account, figure);

    /// <summary>待处理财产损溢 is cleared before the year's end, or explained.</summary>
    private IEnumerable<StatementNote> Suspense() =>
        from account in Lowest(root => root.Role == AccountRole.Suspense)
        let figure = figures.Sums.BalanceOf(Carried(account), end, Side.Debit)
        where figure.Fen != 0
        select Note("suspense", account, figure);

    private IEnumerable<StatementNote> Internal()
    {
        foreach (var side in (Side[])[Side.Debit, Side.Credit])
        {
            var figure = figures.Parties.On(side, _ => true, end);
            if (figure.Fen == 0) continue;
            var subject = side == Side.Debit ? "receivable" : "payable";
            yield return new("internal", subject, Texts.Of($"report.statement-notes.{subject}", language, ("count", figures.Parties.Count(side, end))), figure);
        }
    }

    /// <summary>Income less expense that stands in 未分配收益 before the year's transfer.</summary>
    private IEnumerable<StatementNote> Untransferred()
    {
        var accounts = figures.Sums.Accounts(account => book.Chart.RootOf(account)?.Class is AccountClass.Income or AccountClass.Expense);
        var figure = figures.Sums.BalanceOf(accounts, end, Side.Credit);
        if (accounts.Any(account => figures.Sums.Balance(account, end) != 0)) yield return new("untransferred", month.ToString(), Texts.Of("report.statement-notes.untransferred", language), figure);
    }

    private StatementNote Note(string note, AccountCode account, Figure figure) =>
        new(note, account.Value, Texts.Of($"report.statement-notes.{note}", language, ("account", account), ("name", book.NameOf(account))), figure);

    /// <summary>Accounts that carry anything, under level-1 accounts that meet a condition.</summary>
    private IEnumerable<AccountCode> Lowest(Func<ChartAccount, bool> wanted) =>
        book.Touched.Select(book.Carrier).Distinct().Order().Where(account => book.Chart.RootOf(account) is { } root && wanted(root));

    private IReadOnlyList<AccountCode> Carried(AccountCode account) => figures.Sums.Accounts(touched => book.Carrier(touched) == account);
}
