namespace VillageLedger;

/// <summary>From which month an asset is written off.</summary>
public enum WriteOff
{
    /// <summary>From the month after it is placed in service; in the month in which it leaves, too.</summary>
    NextMonth,

    /// <summary>From the month itself; no more in the month in which it leaves.</summary>
    SameMonth,
    Never,
}

/// <summary>What a standard says of a class of assets: its accounts, from when it is written off, how it is booked out. Data, by standard.</summary>
/// <param name="Account">Level-1 account of its cost.</param>
/// <param name="Contra">Level-1 account of what is written off; the account itself where that is taken off directly.</param>
/// <param name="IsCleared">Whether it is booked out by way of the account for disposals.</param>
/// <param name="Certainty"><c>primary</c>, <c>secondary</c> or <c>memory</c>.</param>
public sealed record AssetClass(string Standard, string Class, AccountCode Account, AccountCode Contra, WriteOff Begins, bool IsCleared, string Statute, string Article, string Certainty)
{
    /// <summary>The one rule of its kind.</summary>
    public const string Name = "depreciation";

    /// <summary>The class that exists under every standard.</summary>
    public const string Fixed = "fixed";

    /// <summary>Every class there is.</summary>
    public static readonly string[] All = [Fixed, "productive-biological", "consumable-biological", "public-welfare-biological", "intangible", "deferred"];

    public static readonly RuleVersions<IReadOnlyList<AssetClass>> Versions = new(
        "asset-classes", [(Name, $"asset-classes/{Name}.csv")], (_, _, rows) => [.. rows.Select(Of)]);

    public bool IsWrittenOff => Begins != WriteOff.Never;

    /// <summary>Whether what is written off is taken off the cost's account itself.</summary>
    public bool IsDirect => Account == Contra;

    /// <summary>What the standard of a book says of a class in force; null where it knows no such class.</summary>
    public static AssetClass? Find(World world, string standard, string name) =>
        Versions.InForce(world, Name).FirstOrDefault(rule => rule.Standard == standard && rule.Class == name);

    /// <summary>The month after which an asset is written off that was placed in service in a month.</summary>
    public Month Before(Month placed) => Begins == WriteOff.SameMonth ? placed.Previous : placed;

    /// <summary>The last month in which an asset is written off that leaves in a month.</summary>
    public Month LastBefore(Month leaves) => Begins == WriteOff.SameMonth ? leaves.Previous : leaves;

    private static AssetClass Of(IReadOnlyDictionary<string, string> row) => new(
        row["standard"], row["class"], new(row["account"]), new(row["contra"]),
        row["begins"] switch { "next-month" => WriteOff.NextMonth, "same-month" => WriteOff.SameMonth, _ => WriteOff.Never },
        row["disposal"] == "clearing", row["statute"], row["article"], row["certainty"]);
}
