namespace VillageLedger;

/// <summary>Every version of every rule that this program carries; those of a name that has none in force are adopted when a ledger is opened.</summary>
public static class CarriedRules
{
    /// <summary>Kind, name, version; the newest version of a name is the last.</summary>
    public static IReadOnlyList<(string Kind, string Name, string Version)> All { get; } =
    [
        .. Chart.Carried.Select(chart => (RuleSet.ChartKind, chart.Standard, chart.Version)),
        .. PostingMap.Versions.Carried.Select(map => (PostingMap.Versions.Kind, map.Name, map.Version)),
        .. ShareLimit.Versions.Carried.Select(limit => (ShareLimit.Versions.Kind, limit.Name, limit.Version)),
        .. Crosswalk.Versions.Carried.Select(walk => (Crosswalk.Versions.Kind, walk.Name, walk.Version)),
        .. MoneyLaw.Versions.Carried.Select(law => (MoneyLaw.Versions.Kind, law.Name, law.Version)),
        .. AssetClass.Versions.Carried.Select(rule => (AssetClass.Versions.Kind, rule.Name, rule.Version)),
        .. ClosingRule.Versions.Carried.Select(rule => (ClosingRule.Versions.Kind, rule.Name, rule.Version)),
        .. RowMap.Versions.Carried.Select(map => (RowMap.Versions.Kind, map.Name, map.Version)),
        .. DividendRule.Versions.Carried.Select(rule => (DividendRule.Versions.Kind, rule.Name, rule.Version)),
    ];

    /// <summary>The newest version of each rule: what a new ledger begins with.</summary>
    public static IEnumerable<(string Kind, string Name, string Version)> Newest => All.GroupBy(rule => (rule.Kind, rule.Name)).Select(versions => versions.Last());

    /// <summary>The data of a version as text: CSV in UTF-8 whose SHA-256 is the version. Null where this program does not carry it.</summary>
    public static string? TextOf(string version) => Resources.TextOf(version);

    public static bool Has(string kind, string name, string version) => All.Contains((kind, name, version));
}
