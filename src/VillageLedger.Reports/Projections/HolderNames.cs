using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Gives the names of natural persons at output; they are in no fact and no read model. Those of whom nothing is known are left out.</summary>
public delegate Task<IReadOnlyDictionary<Holder, string>> PersonNaming(IReadOnlyCollection<Holder> persons, CancellationToken cancellation);

/// <summary>Names of villages, companies, ventures and parties that are no natural persons, as facts give them. In a table of each projection that shows holders.</summary>
internal static class HolderNames
{
    public static readonly FactTable Table = FactTable.Of("name", "address code", "name text");

    public const string Index = "create index on name (address, position);";

    /// <summary>Adds a row where a fact names somebody.</summary>
    public static void Fold(Fact? fact, long position, RowBuffers rows)
    {
        if (NameIn(fact) is var (address, name)) rows.Row(Table.Shape).Text(address).Text(name).Whole(position);
    }

    /// <param name="persons">Null: natural persons stay without names.</param>
    public static async Task<IReadOnlyDictionary<Holder, string>> ReadAsync(
        Readers readers, string schema, long position, IEnumerable<Holder> holders, PersonNaming? persons, CancellationToken cancellation)
    {
        var wanted = holders.ToHashSet();
        await using var command = readers.CreateCommand(
            $"""
            select a.address, n.name from unnest($1) as a(address)
            cross join lateral (select name from {schema}.name where address = a.address and position <= $2 order by position desc limit 1) as n
            """);
        command.Parameters.Add(new() { Value = wanted.Select(holder => holder.Address).ToArray() });
        command.Parameters.Add(new() { Value = position });
        var names = new Dictionary<Holder, string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                if (Holder.TryParse(reader.GetString(0), out var holder)) names[holder] = reader.GetString(1);
        if (persons is null) return names;
        var nameless = wanted.Where(holder => holder.Kind is Holder.MemberKind or Holder.PartyKind && !names.ContainsKey(holder)).ToList();
        if (nameless.Count == 0) return names;
        foreach (var (holder, name) in await persons(nameless, cancellation).ConfigureAwait(false)) names[holder] = name;
        return names;
    }

    private static (string Address, string Name)? NameIn(Fact? fact) => fact switch
    {
        VillageRegistered village => (Streams.Village(village.Village), village.Name),
        VillageRenamed renamed => (Streams.Village(renamed.Village), renamed.Name),
        CompanyRegistered company => (Streams.Company(company.Company), company.Name),
        VentureFounded venture => (Streams.Venture(venture.Venture), venture.Name),
        PartyRegistered { Name: { } name } party => (Streams.Party(party.Party), name),
        _ => null,
    };
}
