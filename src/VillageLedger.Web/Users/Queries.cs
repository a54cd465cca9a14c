using Npgsql;

namespace VillageLedger.Web;

/// <summary>Short statements on the web's tables.</summary>
internal static class Queries
{
    public static NpgsqlCommand Of(this NpgsqlDataSource source, string sql, params ReadOnlySpan<object?> values)
    {
#pragma warning disable CA2100 // Constant texts of this program; values go as parameters.
        var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>How many rows it changed.</summary>
    public static async Task<int> RunAsync(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command) return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    public static async Task<IReadOnlyList<T>> RowsAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using (command)
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
            return rows;
        }
    }

    public static DateTimeOffset Instant(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public static T? Maybe<T>(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? default : reader.GetFieldValue<T>(column);
}
