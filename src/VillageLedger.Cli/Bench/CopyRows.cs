using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace VillageLedger.Cli;

/// <summary>Rows in PostgreSQL's binary COPY format, for tables of the log.</summary>
internal sealed class CopyRows(short columns)
{
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly DateTime FirstTime = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private byte[] bytes = new byte[1024 * 1024];
    private int length;

    public int Rows { get; private set; }

    public CopyRows Row()
    {
        Rows++;
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), columns);
        return this;
    }

    public CopyRows Whole(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Cell(sizeof(long)), value);
        return this;
    }

    public CopyRows Id(Guid value)
    {
        value.TryWriteBytes(Cell(16), bigEndian: true, out _);
        return this;
    }

    public CopyRows Time(DateTime value) => Whole((value - FirstTime).Ticks / TimeSpan.TicksPerMicrosecond);

    public CopyRows Text(string value)
    {
        Encoding.UTF8.GetBytes(value, Cell(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public CopyRows Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Cell(value.Length));
        return this;
    }

    /// <summary>A jsonb value: its text after the number of the format.</summary>
    public CopyRows Json(ReadOnlySpan<byte> value)
    {
        var cell = Cell(value.Length + 1);
        cell[0] = 1;
        value.CopyTo(cell[1..]);
        return this;
    }

    public async Task WriteAsync(NpgsqlConnection session, string table, CancellationToken cancellation)
    {
        await using var copy = await session.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", cancellation).ConfigureAwait(false);
        await copy.WriteAsync(Header, cancellation).ConfigureAwait(false);
        await copy.WriteAsync(bytes.AsMemory(0, length), cancellation).ConfigureAwait(false);
        await copy.WriteAsync(new byte[] { 0xff, 0xff }, cancellation).ConfigureAwait(false);
    }

    private Span<byte> Cell(int size)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), size);
        return Room(size);
    }

    private Span<byte> Room(int size)
    {
        if (length + size > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        length += size;
        return bytes.AsSpan(length - size, size);
    }
}
