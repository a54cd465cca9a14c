using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The rows of some tables in a range of positions, worked out again and put beside the live ones, to find the first that differs.</summary>
internal sealed class RangeRows : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection session;
    private readonly Projection projection;
    private readonly IReadOnlyList<TableShape> tables;
    private readonly (long First, long Last) positions;

    private RangeRows(NpgsqlDataSource source, NpgsqlConnection session, Projection projection, IReadOnlyList<TableShape> tables, (long First, long Last) positions) =>
        (this.source, this.session, this.projection, this.tables, this.positions) = (source, session, projection, tables, positions);

    public static async Task<RangeRows> MakeAsync(EventLog log, Projection projection, IReadOnlyList<TableShape> tables, long range, long newest, CancellationToken cancellation)
    {
        var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: 1);
        var (first, last) = RowDigest.PositionsOf(range);
        last = Math.Min(last, newest);
        var rows = new RangeRows(source, await source.OpenConnectionAsync(cancellation).ConfigureAwait(false), projection, tables, (first, last));
        var found = tables.ToDictionary(table => table.Name, _ => new MemoryStream(), StringComparer.Ordinal);
        await Rebuild.RunAsync(log, [new(projection, (_, buffers, _) => Keep(buffers))], last, null, cancellation).ConfigureAwait(false);
        foreach (var table in tables) await rows.LoadAsync(table, found[table.Name], cancellation).ConfigureAwait(false);
        return rows;

        Task Keep(RowBuffers buffers)
        {
            foreach (var (table, bytes) in buffers.Filled())
                if (found.TryGetValue(table.Name, out var kept)) Select(new(table, [0, 0, 0, 0]), bytes.Span, kept);
            buffers.Clear();
            return Task.CompletedTask;
        }

        void Select(RowDigest reader, ReadOnlySpan<byte> bytes, MemoryStream kept)
        {
            while (reader.RowLength(bytes, out var position) is var length && length > 0)
            {
                if (position >= first && position <= last) kept.Write(bytes[..length]);
                bytes = bytes[length..];
            }
        }
    }

    public async Task<ReplayDifference?> FirstDifferenceAsync(CancellationToken cancellation)
    {
        ReplayDifference? first = null;
        foreach (var table in tables)
            if (await DifferenceAsync(table, cancellation).ConfigureAwait(false) is { } found && (first is null || found.Position < first.Position)) first = found;
        return first;
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task LoadAsync(TableShape table, MemoryStream rows, CancellationToken cancellation)
    {
        await using (var make = new NpgsqlCommand($"create temporary table rebuilt_{table.Name} as select {string.Join(", ", table.Columns)} from {projection.Name}.{table.Name} limit 0", session))
            await make.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        await using var copy = await session.BeginRawBinaryCopyAsync($"copy rebuilt_{table.Name} from stdin (format binary)", cancellation).ConfigureAwait(false);
        await copy.WriteAsync(CopyBuffer.Begin, cancellation).ConfigureAwait(false);
        await copy.WriteAsync(rows.GetBuffer().AsMemory(0, (int)rows.Length), cancellation).ConfigureAwait(false);
        await copy.WriteAsync(CopyBuffer.End, cancellation).ConfigureAwait(false);
    }

    private async Task<ReplayDifference?> DifferenceAsync(TableShape table, CancellationToken cancellation)
    {
        var columns = string.Join(", ", table.Columns);
        var live = $"select {columns} from {projection.Name}.{table.Name} where position between $1 and $2";
        await using var command = new NpgsqlCommand(
            $"""
            select position, only_in, to_jsonb(d)::text from (
                (select 'live' as only_in, * from ({live} except all select {columns} from rebuilt_{table.Name}) as l)
                union all
                (select 'rebuilt' as only_in, * from (select {columns} from rebuilt_{table.Name} except all {live}) as r)) as d
            order by {string.Join(", ", table.Order)} limit 1
            """,
            session) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = positions.First });
        command.Parameters.Add(new() { Value = positions.Last });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new(table.Name, reader.GetInt64(0), reader.GetString(1), reader.GetString(2)) : null;
    }
}
