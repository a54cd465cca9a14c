using System.Globalization;

namespace VillageLedger;

/// <summary>What the law lets one member hold of all units after a transfer: data, by province and day.</summary>
public sealed class ShareLimit
{
    /// <summary>The one rule of its kind.</summary>
    public const string Name = "member";

    private const int MillionParts = 1_000_000;

    public static readonly RuleVersions<ShareLimit> Versions = new("share-limit", [(Name, $"share-limits/{Name}.csv")], (_, _, rows) => new(rows));

    private readonly IReadOnlyList<Row> rows;

    private ShareLimit(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => this.rows =
    [
        .. rows.Select(row => new Row(
            row["province"], long.Parse(row["max_ppm"], CultureInfo.InvariantCulture), row["statute"], row["article"],
            DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture))),
    ];

    /// <summary>The row that is in force for a village on a day; null where the law sets no limit.</summary>
    public Row? On(string village, DateOnly date) =>
        rows.Where(row => village.StartsWith(row.Province, StringComparison.Ordinal) && row.From <= date).MaxBy(row => row.From);

    /// <param name="Province">The first two digits of division codes.</param>
    /// <param name="MaxPpm">Parts per million of all units.</param>
    /// <param name="From">In force from this day on.</param>
    public sealed record Row(string Province, long MaxPpm, string Statute, string Article, DateOnly From)
    {
        public bool Allows(long units, long all) => (Int128)units * MillionParts <= (Int128)all * MaxPpm;

        /// <summary>The most that may be held, in whole units.</summary>
        public long Most(long all) => (long)((Int128)all * MaxPpm / MillionParts);
    }
}
