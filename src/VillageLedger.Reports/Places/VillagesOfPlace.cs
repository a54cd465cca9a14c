namespace VillageLedger.Reports;

/// <summary>The villages that belong to a place in a month and keep a book, as known at a position.</summary>
public static class VillagesOfPlace
{
    /// <param name="place">The first digits of division codes; a township's as villages belong to it in that month.</param>
    public static async Task<IReadOnlyList<Owner>> ReadAsync(ReadModels models, long position, Month month, string place, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(place);
        await models.CatchUpAsync("income_1", position, cancellation).ConfigureAwait(false);
        var changes = await PlaceChanges.ReadAsync(models, position, cancellation).ConfigureAwait(false);
        await using var command = models.Readers.CreateCommand(
            "select distinct v.code from income_1.village v join income_1.book b on b.owner = 'village/' || v.code and b.position <= $1 where v.position <= $1 order by v.code");
        command.Parameters.Add(new() { Value = position });
        var villages = new List<Owner>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            if (reader.GetString(0) is var code && IsWithin(changes, code, month, place) && !(changes.RetiredFrom(code) <= month)) villages.Add(Owner.Village(code));
        return villages;
    }

    /// <summary>Whether a village belongs to a place: its code, where the place is the village itself, else its township's.</summary>
    internal static bool IsWithin(PlaceChanges changes, string village, Month month, string place) => IsWithin(village, changes.TownshipOf(village, month), place);

    internal static bool IsWithin(string village, string township, string place) =>
        (place.Length > RegisterVillage.TownshipLength ? village : township).StartsWith(place, StringComparison.Ordinal);
}
