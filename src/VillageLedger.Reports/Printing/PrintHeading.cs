namespace VillageLedger.Reports;

/// <summary>Whose report it is, by name, and of when: what stands above a printed page.</summary>
/// <param name="Organisation">The name of whoever keeps the book; empty where the report is about more than one.</param>
/// <param name="Subject">The rest of what the report says of itself: an account, a period.</param>
public sealed record PrintHeading(string Organisation, string Subject)
{
    private const string Separator = " · ";

    /// <summary>As known at the report's position. Natural persons, who keep no books, stay without names.</summary>
    public static async Task<PrintHeading> ReadAsync(ReadModels models, ReportTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(table);
        var end = table.Subject.IndexOf(Separator, StringComparison.Ordinal);
        var first = end < 0 ? table.Subject : table.Subject[..end];
        if (!first.Contains('/', StringComparison.Ordinal) || !Holder.TryParse(first, out var holder)) return new("", table.Subject);
        await models.CatchUpAsync(HoldingsProjection.Schema, table.AsOf.Position, cancellation).ConfigureAwait(false);
        var names = await HolderNames.ReadAsync(models.Readers, HoldingsProjection.Schema, table.AsOf.Position, [holder], null, cancellation).ConfigureAwait(false);
        return new(names.GetValueOrDefault(holder, holder.Address), end < 0 ? "" : table.Subject[(end + Separator.Length)..]);
    }
}
