using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Where villages belong, how they and places are called, and which are no more, in any month; as known at a position. Of two changes from the same month the later said counts.</summary>
internal sealed class PlaceChanges
{
    private readonly ILookup<(string Kind, string Code), (Month From, string Value)> changes;

    private PlaceChanges(IEnumerable<(string Kind, string Code, string Value, Month From)> rows) => changes = rows.ToLookup(row => (row.Kind, row.Code), row => (row.From, row.Value));

    /// <summary>As if nothing had ever changed: for sums of villages that are chosen already.</summary>
    public static PlaceChanges None { get; } = new([]);

    public static async Task<PlaceChanges> ReadAsync(ReadModels models, long position, CancellationToken cancellation)
    {
        await models.CatchUpAsync(PlacesProjection.ProjectionName, position, cancellation).ConfigureAwait(false);
        await using var command = models.Readers.CreateCommand("select kind, code, value, month from places_1.change where position <= $1 order by month, position");
        command.Parameters.Add(new() { Value = position });
        var rows = new List<(string, string, string, Month)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), Month.OfKey(reader.GetInt32(3))));
        return new(rows);
    }

    /// <summary>The first 9 digits of the township that a village belongs to.</summary>
    public string TownshipOf(string village, Month month) => Last("township", village, month) ?? village[..RegisterVillage.TownshipLength];

    /// <summary>Null: as it was registered.</summary>
    public string? NameOf(string village, Month month) => Last("village-name", village, month);

    /// <summary>Null: as it was named first.</summary>
    public string? NameOfPlace(string place, Month month) => Last("place-name", place, month);

    /// <summary>The month from which a village is no more; null while it is.</summary>
    public Month? RetiredFrom(string village) => changes[("retired", village)].Select(change => (Month?)change.From).FirstOrDefault();

    private string? Last(string kind, string code, Month month) => changes[(kind, code)].LastOrDefault(change => change.From <= month).Value;
}
