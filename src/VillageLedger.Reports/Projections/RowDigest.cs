using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VillageLedger.Reports;

/// <summary>
/// What the rows of a table come to, in ranges of positions: their number, and the sum of a 128-bit hash of each row's bytes under a secret of this run. Equal sums mean the same rows, in
/// whatever order they were read; so two tables of any size are compared without sorting and without keeping them.
/// </summary>
internal sealed class RowDigest
{
    private const int RangeBits = 12;

    private readonly int columns;
    private readonly int positionColumn;
    private readonly ulong[] secret;
    private readonly Dictionary<long, Sum> sums = [];

    public RowDigest(TableShape table, ulong[] secret) =>
        (Table, columns, positionColumn, this.secret) = (table, table.Columns.Count, table.Columns.ToList().IndexOf("position"), secret);

    public TableShape Table { get; }

    public long Rows { get; private set; }

    public static ulong[] NewSecret()
    {
        var bytes = new byte[4 * sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return [.. MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan()).ToArray().Select(word => word | 1)];
    }

    /// <summary>The first range whose rows differ; null where all are the same.</summary>
    public long? FirstDifference(RowDigest other)
    {
        long? first = null;
        foreach (var range in sums.Keys.Union(other.sums.Keys))
            if (sums.GetValueOrDefault(range) != other.sums.GetValueOrDefault(range) && !(first <= range)) first = range;
        return first;
    }

    /// <summary>The positions of a range.</summary>
    public static (long First, long Last) PositionsOf(long range) => (range << RangeBits, ((range + 1) << RangeBits) - 1);

    /// <summary>Adds whole rows of a stream of PostgreSQL's binary COPY format, after its header. Returns how many bytes were taken; a row that is cut off, and the end mark, are left.</summary>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (RowLength(bytes[taken..], out var position) is var length && length > 0)
        {
            Add(bytes.Slice(taken, length), position);
            taken += length;
        }

        return taken;
    }

    /// <summary>The length of the row that begins here; 0 where it is cut off or the stream ends.</summary>
    internal int RowLength(ReadOnlySpan<byte> bytes, out long position)
    {
        position = 0;
        if (bytes.Length < sizeof(short) || BinaryPrimitives.ReadInt16BigEndian(bytes) < 0) return 0;
        var at = sizeof(short);
        for (var column = 0; column < columns; column++)
        {
            if (bytes.Length < at + sizeof(int)) return 0;
            var size = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes[at..]));
            at += sizeof(int);
            if (bytes.Length < at + size) return 0;
            if (column == positionColumn) position = BinaryPrimitives.ReadInt64BigEndian(bytes[at..]);
            at += size;
        }

        return at;
    }

    private void Add(ReadOnlySpan<byte> row, long position)
    {
        Rows++;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, position >> RangeBits, out _);
        var (low, high) = HashOf(row);
        unchecked
        {
            sum = new(sum.Rows + 1, sum.Low + low, sum.High + high);
        }
    }

    private (ulong Low, ulong High) HashOf(ReadOnlySpan<byte> row)
    {
        var (low, high) = (secret[0] ^ (ulong)row.Length, secret[1]);
        for (; row.Length >= 16; row = row[16..]) (low, high) = Next(BinaryPrimitives.ReadUInt64LittleEndian(row), BinaryPrimitives.ReadUInt64LittleEndian(row[8..]), low, high);
        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        row.CopyTo(rest);
        (low, high) = Next(BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]), low, high);
        return (Mixed(low ^ secret[3], high ^ secret[0]), Mixed(high ^ secret[2], low ^ secret[1]));
    }

    private (ulong Low, ulong High) Next(ulong one, ulong two, ulong low, ulong high) => (Mixed(one ^ secret[2], two ^ low), Mixed(one ^ BitOperations.RotateLeft(high, 29), two ^ secret[3]));

    private static ulong Mixed(ulong one, ulong two)
    {
        var high = Math.BigMul(one, two, out var low);
        return high ^ low;
    }

    private readonly record struct Sum(long Rows, ulong Low, ulong High);
}
