using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Reads the rows that a projection has up to a position, whatever is written meanwhile.</summary>
internal static class LiveRows
{
    private const int HeaderBytes = 19;

    public static async Task ReadAsync(NpgsqlDataSource source, string schema, RowDigest digest, long upTo, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var sql = FormattableString.Invariant($"copy (select {string.Join(", ", digest.Table.Columns)} from {schema}.{digest.Table.Name} where position <= {upTo}) to stdout (format binary)");
        await using var rows = await session.BeginRawBinaryCopyAsync(sql, cancellation).ConfigureAwait(false);
        var buffer = new byte[256 * 1024];
        var (kept, isFirst) = (0, true);
        while (await rows.ReadAsync(buffer.AsMemory(kept), cancellation).ConfigureAwait(false) is var read && read > 0)
        {
            var (start, end) = (0, kept + read);
            if (isFirst)
            {
                if (end < HeaderBytes)
                {
                    kept = end;
                    continue;
                }

                (start, isFirst) = (HeaderBytes, false);
            }

            start += digest.Add(buffer.AsSpan(start, end - start));
            kept = end - start;
            buffer.AsSpan(start, kept).CopyTo(buffer);
            if (kept == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
