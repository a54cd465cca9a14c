using Npgsql;

namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>Another node that holds the lock of who writes.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private HeldLock(NpgsqlDataSource source) => this.source = source;

    public static async Task<HeldLock> HoldAsync(string connection)
    {
        // The one pooled connection keeps the session's lock until the source is disposed.
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 1, NoResetOnClose = true });
        await using var command = source.CreateCommand($"select pg_advisory_lock({WriterSession.AppendLock})");
        await command.ExecuteNonQueryAsync();
        return new(source);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
