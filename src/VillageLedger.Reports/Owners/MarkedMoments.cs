using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A moment of the log that somebody may want to go back to.</summary>
/// <param name="Kind"><c>month-closed</c>, <c>allocation</c>, <c>dividend</c> or <c>correction</c>.</param>
/// <param name="About">The month, the allocation's id, the dividend's id, the voucher.</param>
public sealed record MarkedMoment(long Position, DateTimeOffset RecordedAt, string Kind, Owner Owner, string About);

/// <summary>Closings, allocations, dividends and corrections between two positions, the newest first.</summary>
public static class MarkedMoments
{
    /// <summary>A slider shows no more.</summary>
    public const int Most = 2_000;

    private static readonly string[] OfBooks = ["voucher-reversed.1", "voucher-corrected.1"];

    private const string Rows =
        """
        select position, 'month-closed' as kind, owner, month::text as about from (
            select c.position, b.owner, c.month from books_2.closing c join books_2.book b on b.position = c.book where c.position > $1 and c.position <= $2 and ($3::text is null or b.owner = $3)
            order by c.position desc limit $4) as closings
        union all (select position, 'allocation', 'venture/' || venture, allocation from ventures_1.allocation
            where position > $1 and position <= $2 and ($3::text is null or 'venture/' || venture = $3 or allocation in (select allocation from ventures_1.part where holder = $3)) order by position desc limit $4)
        union all (select r.position, 'dividend', d.payer, d.dividend from dividends_1.resolution r join dividends_1.dividend d using (dividend)
            where r.position > $1 and r.position <= $2 and ($3::text is null or d.payer = $3) order by r.position desc limit $4)
        """;

    /// <param name="owner">Null: of all; corrections are looked for in one owner's books only.</param>
    public static async Task<IReadOnlyList<MarkedMoment>> ReadAsync(ReadModels models, Owner? owner, long after, long upTo, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (var name in (string[])["books_2", VenturesProjection.Schema, DividendsProjection.Schema]) await models.CatchUpAsync(name, upTo, cancellation).ConfigureAwait(false);
        var rows = new List<(long Position, string Kind, Owner Owner, string About)>();
        await using (var command = models.Readers.CreateCommand(Rows))
        {
            command.Parameters.Add(new() { Value = after });
            command.Parameters.Add(new() { Value = upTo });
            command.Parameters.Add(new() { Value = (object?)owner?.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = Most });
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var (kind, about) = (reader.GetString(1), reader.GetString(3));
                if (!Owner.TryParse(reader.GetString(2), out var whose)) continue;
                rows.Add((reader.GetInt64(0), kind, whose, kind == "month-closed" ? Month.OfKey(int.Parse(about, System.Globalization.CultureInfo.InvariantCulture)).ToString() : about));
            }
        }

        if (owner is { } one) rows.AddRange(await CorrectionsAsync(models, one, after, upTo, cancellation).ConfigureAwait(false));
        rows = [.. rows.OrderByDescending(row => row.Position).Take(Most)];
        var times = (await models.Log.ReadAtAsync([.. rows.Select(row => row.Position)], cancellation).ConfigureAwait(false)).ToDictionary(fact => fact.Position, fact => fact.RecordedAt);
        return [.. rows.Where(row => times.ContainsKey(row.Position)).Select(row => new MarkedMoment(row.Position, times[row.Position], row.Kind, row.Owner, row.About))];
    }

    private static async Task<IEnumerable<(long, string, Owner, string)>> CorrectionsAsync(ReadModels models, Owner owner, long after, long upTo, CancellationToken cancellation)
    {
        if (await BookAt.FindAsync(models, upTo, owner, cancellation).ConfigureAwait(false) is not { LastMonth: { } last } book) return [];
        var streams = book.FirstMonth.To(last).Select(month => Streams.Book(owner, month)).ToList();
        var found = new List<(long, string, Owner, string)>();
        foreach (var type in OfBooks)
            foreach (var fact in await models.Facts.ReadHoldingAsync(streams, type, "voucher", upTo, cancellation).ConfigureAwait(false))
                if (fact.Position > after) found.Add((fact.Position, "correction", owner, VoucherOf(FactTypes.Read(fact.Type, fact.Data.Span)).Value));
        return found;
    }

    private static VoucherId VoucherOf(Fact fact) => fact switch
    {
        VoucherReversed reversed => reversed.Voucher,
        VoucherCorrected corrected => corrected.Voucher,
        _ => throw new UnknownFactException(FactTypes.NameOf(fact)),
    };
}
