using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A fact with its place in the log, as projections take it.</summary>
/// <param name="Fact">The fact, where projections look into it; null for the steps of a voucher before posting.</param>
/// <param name="Voucher">The voucher that the fact is about, where it changes what is unposted.</param>
public readonly record struct PlacedFact(StoredFact Stored, Fact? Fact, VoucherId? Voucher)
{
    public long Position => Stored.Position;

    /// <summary>What the fact adds to the number of unposted vouchers of its month.</summary>
    public int Unposted => Stored.Type switch
    {
        "voucher-prepared.1" => 1,
        "voucher-posted.1" or "voucher-discarded.1" => -1,
        _ => Fact is VouchersImported imported ? imported.Vouchers : 0,
    };
}

/// <summary>
/// Derives append-only rows from facts alone: no clock, no chance, no other projection's tables. Its name carries its version, and its tables
/// lie in a schema of that name, so a new version is filled beside the old one.
/// </summary>
public abstract class Projection
{
    /// <summary>Name and version: <c>income_1</c>; also the schema of its tables.</summary>
    public abstract string Name { get; }

    /// <summary>The name without its version: <c>income</c>.</summary>
    public string Family => Name[..Name.LastIndexOf('_')];

    /// <summary>Makes its tables in the schema that is first in the search path. Indexes follow in <see cref="Indexes"/>, so that a rebuild can make them last.</summary>
    public abstract string Tables { get; }

    public abstract string Indexes { get; }

    /// <summary>Its tables with the columns that order rows, for comparing; every table has the column <c>position</c>.</summary>
    public abstract IReadOnlyList<TableShape> Shapes { get; }

    /// <summary>Takes facts in position order and collects rows in <paramref name="rows"/>. Running sums that are not in memory are read from its own tables in <paramref name="schema"/>.</summary>
    public abstract Task FoldAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation);

    /// <summary>Forgets what it keeps in memory. <paramref name="empty"/>: its tables are known to be empty, nothing need be read.</summary>
    public abstract void Forget(bool empty);

    internal static int VersionOf(string name) => int.Parse(name.AsSpan(name.LastIndexOf('_') + 1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A table of a projection.</summary>
/// <param name="Columns">In the order in which rows are written.</param>
/// <param name="Order">The columns that tell rows apart.</param>
public sealed record TableShape(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Order);
