using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The instalments of one contract: what it asks for, in which voucher it was raised, what was received of it; as known at a position.</summary>
public static class ContractScheduleReport
{
    public const string Name = "contract-schedule";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("number", CellKind.Count), new("due", CellKind.Text), new("from", CellKind.Text), new("to", CellKind.Text), new("amountFen", CellKind.Fen), new("raisedIn", CellKind.Text),
        new("raisedFen", CellKind.Fen), new("receivedFen", CellKind.Fen), new("unpaidFen", CellKind.Fen), new("toCorrectFen", CellKind.Fen, OnlyIfFilled: true),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner book, string contract, Period? period, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var date = ContractsAt.DayOf(at, null, period);
        var known = await ContractsAt.ReadAsync(models, at, book, date, cancellation).ConfigureAwait(false);
        if (known.Register.Find(contract) is not { } found) throw new ReportRefusedException(Refusal.Of(RefusalCode.ContractUnknown, ("contract", contract)));
        var rows = Rows(found, known).ToList();
        return new(Name, at, Columns, rows, rows.Count < 2 ? null : Totals(rows)) { Subject = $"{book} · {contract} · {ReportTime.Format(date)}" };
    }

    /// <summary>What the contract asks for, and what was raised and is not asked for any more.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Rows(Contract contract, ContractsAt known)
    {
        var raised = known.Raised.Where(pair => pair.Key.Contract == contract.Id).ToDictionary(pair => pair.Key.Number, pair => pair.Value);
        var asked = contract.Instalments.ToDictionary(part => part.Number);
        var charges = (known.Balances.GetValueOrDefault(contract.Id) ?? ContractBalance.None).Charges.Where(charge => charge.Number > 0).ToLookup(charge => charge.Number);
        var beyond = ContractRegister.RaisedBeyond(contract, known.Raised);
        foreach (var number in raised.Keys.Union(asked.Keys).Order())
        {
            var (part, mark) = (asked.GetValueOrDefault(number), raised.TryGetValue(number, out var found) ? found : ((RaisedInstalment Instalment, ReceivablesProposed In)?)null);
            var (posted, unpaid) = (charges[number].Any(), charges[number].Sum(charge => charge.UnpaidFen));
            yield return
            [
                (long)number, ReportTime.Format(mark?.Instalment.Due ?? part!.Due), ReportTime.Format((part?.From ?? mark?.Instalment.From)!.Value), ReportTime.Format((part?.To ?? mark?.Instalment.To)!.Value),
                part?.AmountFen ?? 0, mark?.In.Voucher.Value, mark?.Instalment.AmountFen, posted ? charges[number].Sum(charge => charge.Fen) - unpaid : null, posted ? unpaid : null,
                beyond.TryGetValue(number, out var fen) ? fen : null,
            ];
        }
    }

    private static List<object?> Totals(List<IReadOnlyList<object?>> rows) =>
        [.. Columns.Select((column, i) => column.Kind == CellKind.Fen ? rows.Sum(row => (long?)row[i] ?? 0) : column.Kind == CellKind.Text ? (object?)"" : null)];
}
