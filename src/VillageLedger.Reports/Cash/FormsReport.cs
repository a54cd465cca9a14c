using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>票据登记簿: each range of receipts or cheques that was handed out, and what is left of those registered; as known at a position.</summary>
public static class FormsReport
{
    public const string Name = "forms";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("series", CellKind.Text), new("form", CellKind.Word), new("bankAccount", CellKind.Text, OnlyIfFilled: true), new("first", CellKind.Count), new("last", CellKind.Count),
        new("user", CellKind.Text), new("date", CellKind.Text), new("used", CellKind.Count), new("voided", CellKind.Count), new("open", CellKind.Count), new("settled", CellKind.Count), new("usedFen", CellKind.Fen),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, CancellationToken cancellation = default)
    {
        var forms = await new WorldAt(models, at.Position).AskAsync(world => world.Forms(owner), cancellation).ConfigureAwait(false);
        var rows = forms.Registered.SelectMany(range => Ranges(forms, range).Select(part => (Range: range, part.First, part.Last, part.Issued)))
            .OrderBy(row => row.Range.Series, StringComparer.Ordinal).ThenBy(row => row.First);
        return new(Name, at, Columns, [.. rows.Select(row => Row(forms, row.Range, row.First, row.Last, row.Issued))]) { Subject = owner.Address };
    }

    /// <summary>A registered range by who has it; what nobody has stands alone.</summary>
    private static IEnumerable<(long First, long Last, FormsIssued? Issued)> Ranges(FormRegister forms, FormsRegistered range)
    {
        var next = range.First;
        foreach (var issued in forms.Issued.Where(issued => issued.Series == range.Series && issued.First <= range.Last && range.First <= issued.Last).OrderBy(issued => issued.First))
        {
            if (next < issued.First) yield return (next, issued.First - 1, null);
            yield return (Math.Max(issued.First, range.First), Math.Min(issued.Last, range.Last), issued);
            next = issued.Last + 1;
        }

        if (next <= range.Last) yield return (next, range.Last, null);
    }

    private static IReadOnlyList<object?> Row(FormRegister forms, FormsRegistered range, long first, long last, FormsIssued? issued)
    {
        long used = 0, voided = 0, settled = 0, fen = 0;
        for (var number = first; number <= last; number++)
        {
            if (forms.Settled.Exists(part => part.Series == range.Series && part.First <= number && number <= part.Last)) settled++;
            if (forms.Find(range.Series, number) is not { } state) continue;
            if (state.IsVoid) voided++;
            else used++;
            fen += state.AmountFen ?? 0;
        }

        return [range.Series, range.Kind, range.BankAccount, first, last, issued?.User.Value, issued is null ? null : ReportTime.Format(issued.Date), used, voided, last - first + 1 - used - voided, settled, fen];
    }
}
