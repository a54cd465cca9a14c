using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>银行对账单: the lines of bank statements with what each is matched to, as known at a position.</summary>
public static class BankStatementReport
{
    public const string Name = "bank-statement";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("bankAccount", CellKind.Text), new("line", CellKind.Count), new("date", CellKind.Text), new("amountFen", CellKind.Fen), new("balanceFen", CellKind.Fen, OnlyIfFilled: true),
        new("reference", CellKind.Text, OnlyIfFilled: true), new("match", CellKind.Text), new("voucherLines", CellKind.Text), new("rule", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="account">Null: every account.</param>
    /// <param name="period">Null: all lines.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, string? account, Period? period, CancellationToken cancellation = default)
    {
        var statements = await CashRegisters.AskAsync(
            models, at, owner, world => CashRegisters.Accounts(world, owner, account).ConvertAll(each => (each.BankAccount, Statement: world.Bank(owner, each.BankAccount))), cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, [.. statements.SelectMany(each => each.Statement.InOrder.Where(entry => IsWithin(period, entry.Line.Date)).Select(entry => Row(each.BankAccount, each.Statement, entry)))])
        {
            Subject = period is null ? owner.Address : $"{owner} · {period}",
        };
    }

    private static bool IsWithin(Period? period, DateOnly date) => period is null || (period.From.FirstDay <= date && date <= period.To.LastDay);

    private static IReadOnlyList<object?> Row(string bankAccount, BankStatement statement, StatementEntry entry)
    {
        var match = statement.MatchOfLine.TryGetValue(entry.Number, out var id) ? statement.Matches[id.Value] : null;
        var places = match is null ? null : string.Join("; ", match.VoucherLines.Select(place => $"{place.Voucher}#{place.Line}"));
        return [bankAccount, (long)entry.Number, ReportTime.Format(entry.Line.Date), entry.Line.AmountFen, entry.Line.BalanceFen, entry.Line.Reference, match?.Match.Value, places, match?.Rule];
    }
}
