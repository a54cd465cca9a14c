namespace VillageLedger;

/// <summary>
/// Which account of a new standard carries on which of an old one (新旧会计制度衔接): data under <c>Rules/Crosswalks</c>. An account with exactly one successor follows it, and so do its details;
/// with none or several a person decides.
/// </summary>
public sealed class Crosswalk
{
    public static readonly RuleVersions<Crosswalk> Versions = new(
        "crosswalk", [(NameOf(Standards.Rural2004, Standards.Rural2023), "crosswalks/rural-2004-rural-2023.csv")], (_, version, rows) => new(version, rows));

    private readonly IReadOnlyList<(AccountCode From, IReadOnlyList<AccountCode> To)> rows;

    private Crosswalk(string version, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        Version = version;
        this.rows = [.. rows.Select(row => (new AccountCode(row["from"]), (IReadOnlyList<AccountCode>)[.. row["to"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(to => new AccountCode(to))]))];
    }

    /// <summary>SHA-256 of its text, 64 hex digits.</summary>
    public string Version { get; }

    /// <summary>The rule's name for a change from one standard to another.</summary>
    public static string NameOf(string from, string to) => $"{from}-{to}";

    /// <summary>Whether a change is known here.</summary>
    public static bool Knows(string from, string to) => Versions.Carried.Any(carried => carried.Name == NameOf(from, to));

    /// <summary>The accounts that may carry on an account; for a detail with its own digits behind theirs.</summary>
    public IReadOnlyList<AccountCode> Of(AccountCode account)
    {
        // The row of the nearest account: a detail of the chart stands before its parent.
        var (from, to) = rows.Where(row => account.IsWithin(row.From)).MaxBy(row => row.From.Value.Length);
        return to is null ? [] : [.. to.Select(target => new AccountCode(target.Value + account.Value[from.Value.Length..]))];
    }

    /// <summary>The one account that carries on an account; null where there is none or are several.</summary>
    public AccountCode? Find(AccountCode account) => Of(account) is [var only] ? only : null;
}
