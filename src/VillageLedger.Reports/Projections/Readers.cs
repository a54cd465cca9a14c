using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Reads of the read models: all of them, or as a viewer to whom the database shows no more than a scope. The role and the scope are set by the first statement of the same round trip, for its transaction only.
/// </summary>
internal sealed class Readers(NpgsqlDataSource source, ReadScope? scope)
{
    private const string Enter = "select set_config('role', $1, true), set_config('ledger.scope', $2, true), set_config('ledger.held', $3, true)";

    /// <summary>Null: all is read.</summary>
    public ReadScope? Scope => scope;

    /// <summary>The table of the ids of streams.</summary>
    public string Streams => scope is null ? "ledger.mt_streams" : "ledger.viewer_stream";

    public ReadCommand CreateCommand(string sql) => new(CreateBatch(), sql);

    public ReadBatch CreateBatch()
    {
        var batch = source.CreateBatch();
        if (scope is not null) batch.BatchCommands.Add(new(Enter) { Parameters = { new() { Value = Roles.Viewer }, new() { Value = scope.Owners }, new() { Value = scope.Held } } });
        return new(batch, scope is not null);
    }
}

/// <summary>Statements of one round trip.</summary>
internal sealed class ReadBatch(NpgsqlBatch batch, bool isScoped) : IAsyncDisposable
{
    public NpgsqlBatchCommandCollection BatchCommands => batch.BatchCommands;

    /// <summary>Stands at the result of the first statement that was added.</summary>
    public async Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellation)
    {
        var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (isScoped) await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return reader;
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}

/// <summary>One statement with parameters $1, $2 …</summary>
internal sealed class ReadCommand : IAsyncDisposable
{
    private readonly ReadBatch batch;
    private readonly NpgsqlBatchCommand command;

    public ReadCommand(ReadBatch batch, string sql)
    {
        (this.batch, command) = (batch, new(sql));
        batch.BatchCommands.Add(command);
    }

    public NpgsqlParameterCollection Parameters => command.Parameters;

    public Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellation) => batch.ExecuteReaderAsync(cancellation);

    public async Task<object?> ExecuteScalarAsync(CancellationToken cancellation)
    {
        await using var reader = await ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) && !await reader.IsDBNullAsync(0, cancellation).ConfigureAwait(false) ? reader.GetValue(0) : null;
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
