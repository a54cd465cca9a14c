using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>资源性资产台账: an owner's land, forest and water at the end of a period, and who uses it; as known at a position.</summary>
public static class ResourcesReport
{
    public const string Name = "resources";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("resource", CellKind.Text), new("name", CellKind.Text), new("kind", CellKind.Word), new("areaSquareMetres", CellKind.Count), new("place", CellKind.Text), new("holder", CellKind.Text),
        new("contract", CellKind.Text), new("certificate", CellKind.Text), new("from", CellKind.Text), new("reason", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="period">As at its end; as known last unless given.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var register = await new WorldAt(models, at.Position).AskAsync(known => known.Assets(owner), cancellation).ConfigureAwait(false);
        var day = period?.To.LastDay ?? DateOnly.MaxValue;
        var rows = register.Resources.Values.Where(resource => resource.Registered.Date <= day).Select(resource => Row(resource, day)).ToList();
        IReadOnlyList<object?>? totals = rows.Count < 2 ? null : ["", null, null, rows.Sum(row => (long)row[3]!), null, null, null, null, null, null];
        return new(Name, at, Columns, rows, totals) { Subject = period is null ? owner.Address : $"{owner} · {ReportTime.Format(day)}" };
    }

    private static IReadOnlyList<object?> Row(ResourceRecord resource, DateOnly day)
    {
        var (registered, state, last) = (resource.Registered, resource.On(day), resource.Changed.LastOrDefault(change => change.Date <= day));
        return
        [
            registered.Resource, registered.Name, registered.Kind, state.AreaSquareMetres, registered.Place, state.Holder?.Address, state.Contract, state.Certificate,
            ReportTime.Format(last?.Date ?? registered.Date), last?.Reason,
        ];
    }
}
