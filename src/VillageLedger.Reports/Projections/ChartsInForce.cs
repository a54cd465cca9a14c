using Npgsql;

namespace VillageLedger.Reports;

/// <summary>The charts in force while facts are folded; kept in the projection's own table <c>rule</c>.</summary>
internal sealed class ChartsInForce
{
    public static readonly FactTable Facts = FactTable.Of("rule", "kind text", "name text", "version text");

    public static readonly TableShape Table = Facts.Shape;

    public static readonly string TableSql = Facts.Sql;

    private readonly Dictionary<string, Chart> charts = new(StringComparer.Ordinal);
    private bool loaded;

    public Chart this[string standard] => charts.TryGetValue(standard, out var chart) ? chart : throw new InvalidOperationException($"No chart was adopted for {standard} before it was used.");

    public void Forget(bool empty)
    {
        charts.Clear();
        loaded = empty;
    }

    public async Task LoadAsync(NpgsqlConnection session, string schema, CancellationToken cancellation)
    {
        if (loaded) return;
        await using var command = new NpgsqlCommand($"select name, version from {schema}.rule where kind = 'chart' order by position", session);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) charts[reader.GetString(0)] = Chart.OfVersion(reader.GetString(1));
        loaded = true;
    }

    public void Fold(RulesAdopted adopted, long position, RowBuffers rows)
    {
        if (adopted.Kind == RuleSet.ChartKind) charts[adopted.Name] = Chart.OfVersion(adopted.Version);
        rows.Row(Table).Text(adopted.Kind).Text(adopted.Name).Text(adopted.Version).Whole(position);
    }
}
