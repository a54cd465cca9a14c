using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The shares of a venture over time, as known at a position: every version that holds on some day, with its holders. What a correction took the place of is left out.</summary>
public static class VentureShares
{
    public const string Name = "shares";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("version", CellKind.Count), new("from", CellKind.Text), new("to", CellKind.Text), new("holder", CellKind.Text), new("name", CellKind.Text), new("weight", CellKind.Count),
        new("sharePpm", CellKind.Ppm), new("kind", CellKind.Word), new("resolution", CellKind.Text),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string venture, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false);
        var (shares, origins) = await rows.SharesAsync(cancellation).ConfigureAwait(false);
        var versions = shares.Versions.Select((version, i) => (Version: version, To: i + 1 < shares.Versions.Length ? shares.Versions[i + 1].From.AddDays(-1) : (DateOnly?)null))
            .Where(one => period is null || (one.Version.From <= period.To.LastDay && !(one.To < period.From.FirstDay))).ToList();
        var names = await rows.NamesAsync(versions.SelectMany(one => one.Version.Weights).Select(share => share.Holder), persons, cancellation).ConfigureAwait(false);
        var cells = new List<IReadOnlyList<object?>>();
        foreach (var (version, to) in versions)
        {
            var sum = version.Weights.Sum(share => share.Weight);
            var (kind, resolution) = origins[version.Version];
            foreach (var (holder, weight) in version.Weights)
                cells.Add(
                [
                    (long)version.Version, ReportTime.Format(version.From), to is { } last ? ReportTime.Format(last) : null, holder.Address, names.GetValueOrDefault(holder), weight,
                    Ppm.Of(weight, sum), kind, resolution,
                ]);
        }

        return new(Name, at, Columns, cells) { Subject = period is null ? rows.Subject : $"{rows.Subject} · {period}" };
    }
}
