using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Makes the projections that a database does not have yet: worked out from the whole log in one pass into schemas beside, and put in their place, with how far they are, in one short transaction. Until
/// then nobody sees them, and older versions are read and followed by whoever knows them; a fill that fails leaves nothing.
/// </summary>
internal static class ProjectionFill
{
    /// <param name="smallLog">Of a log that is no longer, the tables are made empty, and the subscription brings them up to date in a moment.</param>
    /// <param name="progress">How far the facts were folded, of how many.</param>
    /// <returns>The names of those that were made; none where another process made them first.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(EventLog log, IReadOnlyList<Projection> projections, int smallLog, Action<long, long>? progress, CancellationToken cancellation)
    {
        var newest = (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        if (newest <= smallLog) return await ProjectionSchema.MakeAsync(log.Connection, projections, cancellation).ConfigureAwait(false);
        await using var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: 1);
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        // Held by the connection: it ends with the process, however that ends.
        await using (var wait = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('projection fill', 0))", session) { CommandTimeout = 0 }) await wait.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        try
        {
            await DropLeftAsync(log.Connection, session, cancellation).ConfigureAwait(false);
            var missing = await MissingAsync(session, projections, cancellation).ConfigureAwait(false);
            if (missing.Count == 0) return [];
            await FillAsync(log, missing, newest, progress, cancellation).ConfigureAwait(false);
            return missing.ConvertAll(projection => projection.Name);
        }
        finally
        {
            await using var release = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended('projection fill', 0))", session);
            await release.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task FillAsync(EventLog log, List<Projection> missing, long newest, Action<long, long>? progress, CancellationToken cancellation)
    {
        var beside = missing.ConvertAll(projection => (Projection: projection, Schema: $"{projection.Name}_fill_{Guid.NewGuid():N}"));
        try
        {
            foreach (var (projection, schema) in beside) await ProjectionSchema.MakeBesideAsync(log.Connection, projection, schema, isLogged: true, cancellation).ConfigureAwait(false);
            await Rebuild.RunAsync(log, beside.ConvertAll(pair => RebuildTarget.Into(pair.Projection, pair.Schema)), newest, position => progress?.Invoke(position, newest), cancellation).ConfigureAwait(false);
            await Task.WhenAll(beside.Select(pair => ProjectionSchema.IndexAsync(log.Connection, pair.Projection, pair.Schema, cancellation))).ConfigureAwait(false);
            await ProjectionSchema.PutInPlaceAsync(log.Connection, beside, newest, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // What was put in its place has this name no more.
            foreach (var (projection, schema) in beside)
            {
                await ProjectionSchema.DropAsync(log.Connection, schema, CancellationToken.None).ConfigureAwait(false);
                projection.Forget(empty: false);
            }
        }
    }

    private static async Task<List<Projection>> MissingAsync(NpgsqlConnection session, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        var missing = new List<Projection>();
        foreach (var projection in projections)
        {
            await using var known = new NpgsqlCommand("select to_regnamespace($1) is not null", session) { Parameters = { new() { Value = projection.Name } } };
            if (await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is false) missing.Add(projection);
        }

        return missing;
    }

    /// <summary>What a process that was killed left behind: who holds the lock is alone.</summary>
    private static async Task DropLeftAsync(string connection, NpgsqlConnection session, CancellationToken cancellation)
    {
        foreach (var schema in await NamesAsync(session, "_fill_[0-9a-f]{32}$", cancellation).ConfigureAwait(false)) await ProjectionSchema.DropAsync(connection, schema, cancellation).ConfigureAwait(false);
    }

    internal static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection session, string pattern, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select nspname::text from pg_namespace where nspname ~ $1 order by 1", session) { Parameters = { new() { Value = pattern } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) names.Add(reader.GetString(0));
        return names;
    }
}
