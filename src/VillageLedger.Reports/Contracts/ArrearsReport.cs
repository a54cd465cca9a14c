using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What the parties of contracts owe on a day, by how long it is overdue; as known at a position. Money goes to what was due first.</summary>
public static class ArrearsReport
{
    public const string Name = "arrears";

    /// <summary>Bands of days overdue: up to how many days each goes.</summary>
    private static readonly int[] Bands = [0, 30, 90, 180, 365, int.MaxValue];

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("contract", CellKind.Text), new("party", CellKind.Text), new("name", CellKind.Text), new("subject", CellKind.Text), new("arrearsFen", CellKind.Fen), new("notDueFen", CellKind.Fen),
        new("upTo30Fen", CellKind.Fen), new("upTo90Fen", CellKind.Fen), new("upTo180Fen", CellKind.Fen), new("upTo365Fen", CellKind.Fen), new("over365Fen", CellKind.Fen),
        new("oldestDue", CellKind.Text), new("overdueDays", CellKind.Count),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner book, DateOnly? day, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var date = ContractsAt.DayOf(at, day, period);
        var known = await ContractsAt.ReadAsync(models, at, book, date, cancellation).ConfigureAwait(false);
        var owing = known.Register.Contracts.Values.Where(contract => known.Balances.TryGetValue(contract.Id, out var balance) && balance.ArrearsFen != 0).ToList();
        var names = await ContractsAt.NamesAsync(models, at, owing.Select(contract => contract.Agreed.Party), persons, cancellation).ConfigureAwait(false);
        var rows = owing.Select(contract => Row(contract, known.Balances[contract.Id], names, date)).ToList();
        return new(Name, at, Columns, rows, rows.Count < 2 ? null : Totals(rows)) { Subject = $"{book} · {ReportTime.Format(date)}" };
    }

    private static IReadOnlyList<object?> Row(Contract contract, ContractBalance balance, IReadOnlyDictionary<Holder, string> names, DateOnly date)
    {
        var bands = new long[Bands.Length];
        foreach (var charge in balance.Charges) bands[Array.FindIndex(Bands, last => date.DayNumber - charge.Due.DayNumber <= last)] += charge.UnpaidFen;
        var oldest = balance.Charges.Where(charge => charge.UnpaidFen > 0).MinBy(charge => charge.Due);
        return
        [
            contract.Id, contract.Agreed.Party.Address, names.GetValueOrDefault(contract.Agreed.Party), contract.Agreed.Subject, balance.ArrearsFen, .. bands.Select(fen => (object?)fen),
            oldest is null ? null : ReportTime.Format(oldest.Due), oldest is null ? null : (long)Math.Max(0, date.DayNumber - oldest.Due.DayNumber),
        ];
    }

    private static List<object?> Totals(List<IReadOnlyList<object?>> rows) =>
        [.. Columns.Select((column, i) => column.Kind == CellKind.Fen ? rows.Sum(row => (long)row[i]!) : column.Kind == CellKind.Text ? (object?)"" : null)];
}
