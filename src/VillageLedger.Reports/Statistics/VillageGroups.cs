using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Groups of villages (村组群) in a month, as known at a position: read from their streams.</summary>
internal static class VillageGroups
{
    /// <summary>Every group that has villages in the month, in the order of ids.</summary>
    public static async Task<IReadOnlyList<VillageGroupDefined>> AllAsync(ReadModels models, long position, Month month, CancellationToken cancellation)
    {
        var prefix = Streams.VillageGroup("");
        var ids = await SqlRows.ReadAsync(
            models.Readers, $"select id from {models.Readers.Streams} where starts_with(id, $1) order by id collate \"C\"", reader => reader.GetString(0)[prefix.Length..], cancellation, prefix).ConfigureAwait(false);
        var all = await new WorldAt(models, position).AskAsync(world => ids.Select(world.VillageGroup).ToList(), cancellation).ConfigureAwait(false);
        return [.. all.Select(group => group.In(month)).OfType<VillageGroupDefined>()];
    }

    /// <summary>A group as it is in a month; refused where there is none, or none then.</summary>
    public static async Task<VillageGroupDefined> FindAsync(ReadModels models, long position, string group, Month month, CancellationToken cancellation)
    {
        var found = await new WorldAt(models, position).AskAsync(world => world.VillageGroup(group), cancellation).ConfigureAwait(false);
        if (!found.IsKnown) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportGroupUnknown, ("group", group)));
        return found.In(month) ?? throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportGroupEmpty, ("group", group), ("month", month)));
    }
}
