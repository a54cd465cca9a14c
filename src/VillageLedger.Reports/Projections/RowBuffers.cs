using Npgsql;
using NpgsqlTypes;

namespace VillageLedger.Reports;

/// <summary>Rows of a batch, written with binary COPY, one table after the other.</summary>
public sealed class RowBuffers
{
    private readonly Dictionary<string, (TableShape Table, List<Action<NpgsqlBinaryImporter>> Rows)> buffers = new(StringComparer.Ordinal);

    public void Add(TableShape table, Action<NpgsqlBinaryImporter> write)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!buffers.TryGetValue(table.Name, out var buffer)) buffers.Add(table.Name, buffer = (table, []));
        buffer.Rows.Add(write);
    }

    public void Clear() => buffers.Clear();

    /// <summary>Writes everything into the schema and forgets it. Returns the number of rows.</summary>
    public async Task<int> WriteAsync(NpgsqlConnection session, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var count = 0;
        foreach (var (table, rows) in buffers.Values)
        {
            if (rows.Count == 0) continue;
            await using var copy = await session.BeginBinaryImportAsync($"copy {schema}.{table.Name} ({string.Join(", ", table.Columns)}) from stdin (format binary)", cancellation).ConfigureAwait(false);
            foreach (var write in rows)
            {
                await copy.StartRowAsync(cancellation).ConfigureAwait(false);
                write(copy);
            }

            await copy.CompleteAsync(cancellation).ConfigureAwait(false);
            count += rows.Count;
            rows.Clear();
        }

        return count;
    }
}

/// <summary>Writing typed cells.</summary>
public static class Cells
{
    public static void Text(this NpgsqlBinaryImporter copy, string? value)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (value is null) copy.WriteNull();
        else copy.Write(value, NpgsqlDbType.Text);
    }

    public static void Whole(this NpgsqlBinaryImporter copy, long value)
    {
        ArgumentNullException.ThrowIfNull(copy);
        copy.Write(value, NpgsqlDbType.Bigint);
    }

    public static void Small(this NpgsqlBinaryImporter copy, int value)
    {
        ArgumentNullException.ThrowIfNull(copy);
        copy.Write(value, NpgsqlDbType.Integer);
    }

    public static void Day(this NpgsqlBinaryImporter copy, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(copy);
        copy.Write(value, NpgsqlDbType.Date);
    }
}
