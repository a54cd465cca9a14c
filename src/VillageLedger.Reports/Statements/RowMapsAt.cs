namespace VillageLedger.Reports;

/// <summary>The row maps of statements as they were in force at a position.</summary>
internal sealed class RowMapsAt
{
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);

    private RowMapsAt()
    {
    }

    public static async Task<RowMapsAt> ReadAsync(ReadModels models, long position, CancellationToken cancellation)
    {
        var maps = new RowMapsAt();
        await using var command = models.Readers.CreateCommand(
            "select distinct on (name) name, version from books_2.rule where kind = $1 and position <= $2 order by name, position desc");
        command.Parameters.Add(new() { Value = RowMap.Versions.Kind });
        command.Parameters.Add(new() { Value = position });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) maps.versions.Add(reader.GetString(0), reader.GetString(1));
        return maps;
    }

    /// <summary>Whether a version was in force: not before a ledger of an older program was first opened by one that carries maps.</summary>
    public bool Has(string standard, string statement) => versions.ContainsKey(RowMap.NameOf(standard, statement));

    /// <summary>The map in force; where none was yet, the newest.</summary>
    /// <param name="version">Another one that the program carries, or what its name begins with; null: the one in force.</param>
    /// <exception cref="ReportRefusedException">There is no such version of this map, or several.</exception>
    public RowMap Of(string standard, string statement, string? version = null)
    {
        var name = RowMap.NameOf(standard, statement);
        var carried = RowMap.Versions.Carried.Where(map => map.Name == name).Select(map => map.Version).ToList();
        if (version is null) return RowMap.Versions.OfVersion(versions.GetValueOrDefault(name, carried[^1]));
        return carried.Where(one => version.Length > 0 && one.StartsWith(version, StringComparison.Ordinal)).ToList() is [var found]
            ? RowMap.Versions.OfVersion(found)
            : throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportRulesUnknown, ("name", name), ("version", version), ("versions", string.Join(", ", carried))));
    }
}
