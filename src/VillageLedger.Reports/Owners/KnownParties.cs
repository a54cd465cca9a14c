namespace VillageLedger.Reports;

/// <summary>Somebody a line of a voucher may name.</summary>
/// <param name="Name">Null for a natural person whose name was not asked for.</param>
/// <param name="IsOwn">Whether it stands in the book, or is a member of the cooperative.</param>
public sealed record KnownParty(Holder Party, string? Name, bool IsOwn);

/// <summary>Whom an owner's lines may name: whoever stands in its book, members of its cooperative, and every organisation that is registered.</summary>
public static class KnownParties
{
    private const string Addresses =
        """
        select party, bool_or(own) from (
        select distinct party, true as own from books_2.line l where book in (select position from books_2.book where owner = $1) and party is not null and position <= $2
        union select party, true from books_2.opening where book in (select position from books_2.book where owner = $1) and party is not null and position <= $2
        union select member, true from holdings_1.member where 'village/' || village = $1 and position <= $2
        union select address, false from holdings_1.name where split_part(address, '/', 1) in ('party', 'village', 'company', 'venture') and position <= $2
        ) as known group by party
        """;

    /// <param name="persons">Null: natural persons stay without names.</param>
    public static async Task<IReadOnlyList<KnownParty>> ReadAsync(ReadModels models, long position, Owner owner, PersonNaming? persons, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (var name in (string[])[HoldingsProjection.Schema, "books_2"]) await models.CatchUpAsync(name, position, cancellation).ConfigureAwait(false);
        await using var command = models.Readers.CreateCommand(Addresses);
        command.Parameters.Add(new() { Value = owner.Address });
        command.Parameters.Add(new() { Value = position });
        var parties = new Dictionary<Holder, bool>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                if (Holder.TryParse(reader.GetString(0), out var party)) parties[party] = reader.GetBoolean(1);
        var names = await HolderNames.ReadAsync(models.Readers, HoldingsProjection.Schema, position, parties.Keys, persons, cancellation).ConfigureAwait(false);
        return [.. parties.OrderBy(party => party.Key.Address, StringComparer.Ordinal).Select(party => new KnownParty(party.Key, names.GetValueOrDefault(party.Key), party.Value))];
    }
}
