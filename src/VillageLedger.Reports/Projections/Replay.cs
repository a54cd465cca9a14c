using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>How a rebuilt projection compares with the live one.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="Difference">The first row that only one of them has, or null.</param>
public sealed record ReplayResult(string Projection, long UpTo, long Rows, ReplayDifference? Difference);

/// <summary>A row that the live or the rebuilt projection has alone.</summary>
/// <param name="Position">The position of the fact that the row comes from.</param>
/// <param name="OnlyIn"><c>live</c> or <c>rebuilt</c>.</param>
public sealed record ReplayDifference(string Table, long Position, string OnlyIn, string Row);

/// <summary>Rebuilds projections from the facts beside the live ones and compares them row for row, while people work.</summary>
public static class Replay
{
    public static async Task<IReadOnlyList<ReplayResult>> CompareAsync(EventLog log, ReadModels models, Action<long, long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(models);
        var newest = (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        await models.CatchUpAsync(newest, cancellation).ConfigureAwait(false);
        var targets = ReadModels.NewProjections().Select(projection => (Projection: projection, Schema: $"{projection.Name}_replay_{Guid.NewGuid():N}")).ToList();
        try
        {
            foreach (var (projection, schema) in targets) await ProjectionSchema.MakeBesideAsync(log.Connection, projection, schema, cancellation).ConfigureAwait(false);
            await Rebuild.RunAsync(log, targets, newest, position => progress?.Invoke(position, newest), cancellation).ConfigureAwait(false);
            var results = new List<ReplayResult>();
            foreach (var (projection, schema) in targets) results.Add(await CompareAsync(log, projection, schema, newest, cancellation).ConfigureAwait(false));
            return results;
        }
        finally
        {
            foreach (var (_, schema) in targets) await ProjectionSchema.DropAsync(log.Connection, schema, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<ReplayResult> CompareAsync(EventLog log, Projection projection, string rebuilt, long upTo, CancellationToken cancellation)
    {
        await using var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: 1);
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var rows = 0L;
        ReplayDifference? first = null;
        foreach (var table in projection.Shapes)
        {
            rows += await CountAsync(session, $"{rebuilt}.{table.Name}", cancellation).ConfigureAwait(false);
            var found = await DifferenceAsync(session, table, $"{projection.Name}.{table.Name}", $"{rebuilt}.{table.Name}", upTo, cancellation).ConfigureAwait(false);
            if (found is not null && (first is null || found.Position < first.Position)) first = found;
        }

        return new(projection.Name, upTo, rows, first);
    }

    private static async Task<long> CountAsync(NpgsqlConnection session, string table, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table}", session);
        return (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static async Task<ReplayDifference?> DifferenceAsync(NpgsqlConnection session, TableShape table, string live, string rebuilt, long upTo, CancellationToken cancellation)
    {
        var columns = string.Join(", ", table.Columns);
        await using var command = new NpgsqlCommand(
            $"""
            select position, only_in, to_jsonb(d)::text from (
                (select 'live' as only_in, * from (select {columns} from {live} where position <= $1 except all select {columns} from {rebuilt}) as l)
                union all
                (select 'rebuilt' as only_in, * from (select {columns} from {rebuilt} except all select {columns} from {live} where position <= $1) as r)) as d
            order by {string.Join(", ", table.Order)} limit 1
            """,
            session) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = upTo });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new(table.Name, reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null;
    }
}
