using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Rows of a batch in PostgreSQL's binary COPY format, a buffer for each table; written one table after the other.</summary>
public sealed class RowBuffers
{
    private readonly Dictionary<string, (TableShape Table, CopyBuffer Buffer)> buffers = new(StringComparer.Ordinal);

    /// <summary>Begins a row; its cells follow in the order of the table's columns.</summary>
    public CopyBuffer Row(TableShape table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!buffers.TryGetValue(table.Name, out var found)) buffers.Add(table.Name, found = (table, new()));
        found.Buffer.StartRow(table.Columns.Count);
        return found.Buffer;
    }

    public void Clear()
    {
        foreach (var (_, buffer) in buffers.Values) buffer.Clear();
    }

    /// <summary>The rows of each table that has any, as they would be written, without header and end mark.</summary>
    internal IEnumerable<(TableShape Table, ReadOnlyMemory<byte> Rows)> Filled() =>
        buffers.Values.Where(pair => !pair.Buffer.IsEmpty).Select(pair => (pair.Table, pair.Buffer.Rows));

    /// <summary>Writes everything into the schema and forgets it.</summary>
    public async Task WriteAsync(NpgsqlConnection session, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        foreach (var (table, buffer) in buffers.Values)
        {
            if (buffer.IsEmpty) continue;
            await using (var copy = await session.BeginRawBinaryCopyAsync($"copy {schema}.{table.Name} ({string.Join(", ", table.Columns)}) from stdin (format binary)", cancellation).ConfigureAwait(false))
                await copy.WriteAsync(buffer.Finish(), cancellation).ConfigureAwait(false);
            buffer.Clear();
        }
    }
}

/// <summary>
/// Cells in PostgreSQL's binary COPY format: a header, then per row the number of cells and per cell its length and bytes, big-endian. Written by hand
/// because a rebuild writes some ten million cells, and the driver's importer takes longer over each than everything else together.
/// </summary>
public sealed class CopyBuffer
{
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    private byte[] bytes = new byte[64 * 1024];
    private int length;
    private int cellsLeft;

    public CopyBuffer() => Clear();

    /// <summary>What a stream begins with.</summary>
    internal static ReadOnlyMemory<byte> Begin => Header;

    /// <summary>What it ends with.</summary>
    internal static ReadOnlyMemory<byte> End => (byte[])[0xff, 0xff];

    /// <summary>The rows so far, whole ones.</summary>
    internal ReadOnlyMemory<byte> Rows => cellsLeft == 0 ? bytes.AsMemory(Header.Length, length - Header.Length) : throw new InvalidOperationException("The last row is not whole.");

    internal bool IsEmpty => length == Header.Length;

    public CopyBuffer Whole(long value)
    {
        var cell = Cell(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(cell, value);
        return this;
    }

    public CopyBuffer Whole(long? value) => value is { } given ? Whole(given) : None();

    public CopyBuffer Small(int value)
    {
        var cell = Cell(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(cell, value);
        return this;
    }

    public CopyBuffer Small(int? value) => value is { } given ? Small(given) : None();

    public CopyBuffer Text(string? value)
    {
        if (value is null) return None();
        Encoding.UTF8.GetBytes(value, Cell(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public CopyBuffer Flag(bool value)
    {
        Cell(1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    /// <summary>A date: days since 2000-01-01.</summary>
    public CopyBuffer Day(DateOnly? value) => value is { } given ? Small(given.DayNumber - FirstDay.DayNumber) : None();

    internal void StartRow(int cells)
    {
        if (cellsLeft != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{cellsLeft} cells of a row are missing."));
        cellsLeft = cells;
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), (short)cells);
    }

    /// <summary>The whole stream, with its end mark.</summary>
    internal ReadOnlyMemory<byte> Finish()
    {
        StartRow(0);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(length - sizeof(short)), -1);
        return bytes.AsMemory(0, length);
    }

    internal void Clear()
    {
        Header.CopyTo(bytes, 0);
        (length, cellsLeft) = (Header.Length, 0);
    }

    private CopyBuffer None()
    {
        Take();
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), -1);
        return this;
    }

    private Span<byte> Cell(int size)
    {
        Take();
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), size);
        return Room(size);
    }

    private void Take()
    {
        if (--cellsLeft < 0) throw new InvalidOperationException("A row has more cells than its table has columns.");
    }

    private Span<byte> Room(int size)
    {
        if (length + size > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        length += size;
        return bytes.AsSpan(length - size, size);
    }
}
