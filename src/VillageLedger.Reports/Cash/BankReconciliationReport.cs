using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>银行存款余额调节表: book and statement of each bank account at a month's end, what only one of them has line by line, both adjusted, and the difference; as known at a position.</summary>
public static class BankReconciliationReport
{
    public const string Name = "bank-reconciliation";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("bankAccount", CellKind.Text), new("group", CellKind.Word), new("date", CellKind.Text), new("item", CellKind.Text), new("reference", CellKind.Text, OnlyIfFilled: true), new("amountFen", CellKind.Fen, ShowsZero: true),
    ];

    /// <param name="account">Null: every account.</param>
    /// <param name="month">Null: the earliest open month.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, string? account, Month? month, CancellationToken cancellation = default)
    {
        var asked = month ?? await CashRegisters.AskAsync(models, at, owner, world => MonthCheck.EarliestOpen(world, owner), cancellation).ConfigureAwait(false);
        var reconciliations = await CashRegisters.AskAsync(
            models, at, owner, world => CashRegisters.Accounts(world, owner, account).ConvertAll(each => Reconciliation.Of(world, owner, each, asked)), cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, [.. reconciliations.SelectMany(Rows)]) { Subject = $"{owner} · {asked}" };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Reconciliation of)
    {
        yield return Row("book-balance", of.BookFen);
        foreach (var item in Group("bank-received", of.OnlyBank, true)) yield return item;
        foreach (var item in Group("bank-paid", of.OnlyBank, false)) yield return item;
        yield return Row("book-adjusted", of.AdjustedBookFen);
        yield return Row("statement-balance", of.StatementFen);
        foreach (var item in Group("book-received", of.OnlyBook, true)) yield return item;
        foreach (var item in Group("book-paid", of.OnlyBook, false)) yield return item;
        yield return Row("statement-adjusted", of.AdjustedStatementFen);
        yield return Row("difference", of.DifferenceFen);

        IReadOnlyList<object?> Row(string group, long? fen) => [of.Account.BankAccount, group, ReportTime.Format(of.Month.LastDay), null, null, fen];

        IEnumerable<IReadOnlyList<object?>> Group(string group, IReadOnlyList<UnreachedItem> items, bool received) => items.Where(item => item.Fen > 0 == received)
            .Select(item => (IReadOnlyList<object?>)[of.Account.BankAccount, group, ReportTime.Format(item.Date), item.Item, item.Reference, item.Fen]);
    }
}
