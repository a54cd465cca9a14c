using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Who keeps books or may: a village's cooperative, a company or a venture, with how far its book is.</summary>
/// <param name="Township">The first 9 digits of the place that a village belongs to; null for others.</param>
/// <param name="Standard">Of its newest book; null where it has none.</param>
/// <param name="ClosedThrough">The latest closed month.</param>
/// <param name="LastMonth">The latest month with a voucher.</param>
/// <param name="RetiredFrom">The month from which a village is no more.</param>
public sealed record KnownOwner(
    Owner Owner, string Name, string? Township, string? TownshipName, string? County, string? CountyName, string? Standard, Month? FirstMonth, Month? ClosedThrough, Month? LastMonth, Month? RetiredFrom);

/// <summary>Every village, company and venture, as known at a position.</summary>
public static class KnownOwners
{
    private const string Names =
        """
        select distinct on (address) address, name from holdings_1.name
        where position <= $1 and split_part(address, '/', 1) in ('village', 'company', 'venture') order by address, position desc
        """;

    private const string Places = "select distinct on (place) place, name from income_1.place where position <= $1 order by place, position";

    private const string Books =
        """
        select b.owner, b.standard, b.month,
               (select max(month) from books_2.closing c where c.book = any(b.numbers) and c.position <= $1),
               (select max(month) from income_1.sum s where s.book = i.position and s.position <= $1)
        from (select owner, (array_agg(standard order by position desc))[1] as standard, min(month) as month, array_agg(position) as numbers
              from books_2.book where position <= $1 group by owner) as b
        left join income_1.book i on i.owner = b.owner
        """;

    /// <param name="month">Villages belong to a township, and places have their names, as of this month.</param>
    public static async Task<IReadOnlyList<KnownOwner>> ReadAsync(ReadModels models, long position, Month month, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (var name in (string[])[HoldingsProjection.Schema, "income_1", "books_2"]) await models.CatchUpAsync(name, position, cancellation).ConfigureAwait(false);
        var changes = await PlaceChanges.ReadAsync(models, position, cancellation).ConfigureAwait(false);
        var places = (await RowsAsync(models, Places, position, reader => (reader.GetString(0), reader.GetString(1)), cancellation).ConfigureAwait(false)).ToDictionary(place => place.Item1, place => place.Item2, StringComparer.Ordinal);
        var books = (await RowsAsync(models, Books, position, reader => (Owner: reader.GetString(0), Standard: reader.GetString(1), First: MonthAt(reader, 2)!.Value, Closed: MonthAt(reader, 3), Last: MonthAt(reader, 4)), cancellation)
            .ConfigureAwait(false)).ToDictionary(book => book.Owner, StringComparer.Ordinal);
        var owners = new List<KnownOwner>();
        foreach (var (address, name) in await RowsAsync(models, Names, position, reader => (reader.GetString(0), reader.GetString(1)), cancellation).ConfigureAwait(false))
        {
            if (!Owner.TryParse(address, out var owner)) continue;
            var of = owner.Kind == Owner.VillageKind ? changes.TownshipOf(owner.Code, month) : null;
            var county = of?[..RegisterVillage.CountyLength];
            var known = new KnownOwner(owner, name, of, NameOf(of), county, NameOf(county), null, null, null, null, of is null ? null : changes.RetiredFrom(owner.Code));
            // What was before a book stands in the month before it, in sum only.
            if (books.TryGetValue(address, out var book)) known = known with { Standard = book.Standard, FirstMonth = book.First, ClosedThrough = book.Closed, LastMonth = book.Last >= book.First ? book.Last : null };
            owners.Add(known);
        }

        return owners;

        string? NameOf(string? place) => place is null ? null : changes.NameOfPlace(place, month) ?? places.GetValueOrDefault(place);
    }

    private static Month? MonthAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : Month.OfKey(reader.GetInt32(column));

    private static async Task<List<T>> RowsAsync<T>(ReadModels models, string sql, long position, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Constant texts.
        await using var command = models.Readers.CreateCommand(sql);
#pragma warning restore CA2100
        command.Parameters.Add(new() { Value = position });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
        return rows;
    }
}
