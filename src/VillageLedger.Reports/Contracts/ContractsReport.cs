using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The contracts of an owner: terms, state on a day, what was raised, received and is owed up to it, deposits; as known at a position.</summary>
public static class ContractsReport
{
    public const string Name = "contracts";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("contract", CellKind.Text), new("kind", CellKind.Word), new("direction", CellKind.Word), new("party", CellKind.Text), new("name", CellKind.Text), new("subject", CellKind.Text),
        new("from", CellKind.Text), new("to", CellKind.Text), new("state", CellKind.Word), new("nextDue", CellKind.Text), new("nextDueFen", CellKind.Fen), new("scheduledFen", CellKind.Fen),
        new("raisedFen", CellKind.Fen), new("receivedFen", CellKind.Fen), new("arrearsFen", CellKind.Fen), new("overdueFen", CellKind.Fen), new("toCorrectFen", CellKind.Fen, OnlyIfFilled: true),
        new("depositFen", CellKind.Fen, OnlyIfFilled: true), new("depositHeldFen", CellKind.Fen, OnlyIfFilled: true), new("asset", CellKind.Text, OnlyIfFilled: true), new("resource", CellKind.Text, OnlyIfFilled: true),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner book, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var date = ContractsAt.DayOf(at, null, period);
        var known = await ContractsAt.ReadAsync(models, at, book, date, cancellation).ConfigureAwait(false);
        var names = await ContractsAt.NamesAsync(models, at, known.Register.Contracts.Values.Select(contract => contract.Agreed.Party), persons, cancellation).ConfigureAwait(false);
        var rows = known.Register.Contracts.Values.Select(contract => Row(contract, known, names, date)).ToList();
        return new(Name, at, Columns, rows, rows.Count < 2 ? null : Totals(rows)) { Subject = $"{book} · {ReportTime.Format(date)}" };
    }

    private static IReadOnlyList<object?> Row(Contract contract, ContractsAt known, IReadOnlyDictionary<Holder, string> names, DateOnly date)
    {
        var agreed = contract.Agreed;
        var next = contract.Instalments.Where(part => part.Due >= date).MinBy(part => part.Due);
        var balance = known.Balances.GetValueOrDefault(contract.Id);
        var (held, beyond) = (known.DepositsHeld[contract.Id], ContractRegister.RaisedBeyond(contract, known.Raised).Values.Sum() - (balance?.CorrectedFen ?? 0));
        return
        [
            contract.Id, agreed.Kind, agreed.Direction, agreed.Party.Address, names.GetValueOrDefault(agreed.Party), agreed.Subject,
            ReportTime.Format(agreed.From), ReportTime.Format(contract.LastDay), ContractsAt.StateOf(contract, date), next is null ? null : ReportTime.Format(next.Due), next?.AmountFen,
            contract.Instalments.Sum(part => part.AmountFen), balance?.RaisedFen, balance?.ReceivedFen, balance?.ArrearsFen, balance?.OverdueFen(date), beyond > 0 ? beyond : null,
            agreed.DepositFen, agreed.DepositFen is null ? null : held, agreed.Asset, agreed.Resource,
        ];
    }

    private static List<object?> Totals(List<IReadOnlyList<object?>> rows) =>
        [.. Columns.Select((column, i) => column.Kind == CellKind.Fen && column.Name is not ("nextDueFen" or "scheduledFen") ? rows.Sum(row => (long?)row[i] ?? 0) : column.Kind is CellKind.Text or CellKind.Word ? (object?)"" : null)];
}
