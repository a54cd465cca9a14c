using System.Collections.Frozen;

namespace VillageLedger;

/// <summary>Which side an account's balance normally stands on.</summary>
public enum Side
{
    Debit,
    Credit,
    Both,
}

/// <summary>What an account is in the balance of the books.</summary>
public enum AccountClass
{
    Asset,
    Liability,
    Equity,
    Cost,
    Income,
    Expense,
}

/// <summary>A part that rules speak of by what it is for, whatever its code.</summary>
public enum AccountRole
{
    None,
    Cash,
    Bank,

    /// <summary>待处理财产损溢.</summary>
    Suspense,

    /// <summary>本年收益, 本年利润.</summary>
    YearResult,

    /// <summary>收益分配, 利润分配.</summary>
    Distribution,

    /// <summary>收益分配—各项分配.</summary>
    Appropriations,

    /// <summary>收益分配—未分配收益.</summary>
    Undistributed,

    /// <summary>内部往来: balances of members and own units, never netted.</summary>
    Internal,
}

/// <summary>The statistical class of an income account (村集体经济总收入 and its parts).</summary>
public enum IncomeClass
{
    None,
    Operating,

    /// <summary>发包及上交收入, in the chart of 2004 only.</summary>
    Contracting,
    Investment,
    Grants,
    Other,
}

/// <summary>An account of a chart.</summary>
public sealed record ChartAccount(
    AccountCode Code, AccountCode? Parent, string Name, string EnglishName, AccountClass Class, Side Side, AccountRole Role, IncomeClass Income, string Certainty);

/// <summary>
/// A chart of accounts: data under <c>Rules/Charts</c>, immutable and named by the SHA-256 of its text. Which version is in force is decided by a <see cref="RulesAdopted"/>.
/// </summary>
public sealed class Chart
{
    private static readonly FrozenDictionary<string, Lazy<Chart>> Versions = Standards.All
        .Select(standard => (Standard: standard, Text: Resources.Text($"charts/{standard}.csv")))
        .ToFrozenDictionary(chart => Resources.Hash(chart.Text), chart => new Lazy<Chart>(() => new(chart.Standard, chart.Text)));

    private Chart(string standard, string text)
    {
        Standard = standard;
        Version = Resources.Hash(text);
        Accounts = [.. Resources.RowsOf(text).Select(AccountOf)];
        ByCode = Accounts.ToFrozenDictionary(account => account.Code);
    }

    public string Standard { get; }

    /// <summary>SHA-256 of the chart's text, 64 hex digits.</summary>
    public string Version { get; }

    /// <summary>In the order of the chart.</summary>
    public IReadOnlyList<ChartAccount> Accounts { get; }

    private FrozenDictionary<AccountCode, ChartAccount> ByCode { get; }

    /// <summary>The versions that this program carries: (standard, version).</summary>
    public static IEnumerable<(string Standard, string Version)> Carried => Versions.Select(pair => (pair.Value.Value.Standard, pair.Key)).OrderBy(pair => pair.Standard, StringComparer.Ordinal);

    /// <summary>The chart of a version; a version that this program does not carry means a database written by a newer program.</summary>
    public static Chart OfVersion(string version) =>
        Versions.TryGetValue(version, out var chart) ? chart.Value : throw new InvalidOperationException($"Chart version {version} is not part of this program; use the newer one that adopted it.");

    public static bool Carries(string standard, string version) => Versions.TryGetValue(version, out var chart) && chart.Value.Standard == standard;

    public ChartAccount? Find(AccountCode code) => ByCode.GetValueOrDefault(code);

    /// <summary>The level-1 account that a code lies under, found by its prefix.</summary>
    public ChartAccount? RootOf(AccountCode code) => Accounts.FirstOrDefault(account => account.Parent is null && code.IsWithin(account.Code));

    public AccountCode? WithRole(AccountRole role) => Accounts.FirstOrDefault(account => account.Role == role)?.Code;

    private static ChartAccount AccountOf(IReadOnlyDictionary<string, string> row) => new(
        new(row["code"]),
        row["parent"].Length == 0 ? null : new AccountCode(row["parent"]),
        row["name_zh"],
        row["name_en"],
        Enum.Parse<AccountClass>(row["class"], ignoreCase: true),
        Enum.Parse<Side>(row["side"], ignoreCase: true),
        row["role"].Length == 0 ? AccountRole.None : Enum.Parse<AccountRole>(row["role"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        row["income"].Length == 0 ? IncomeClass.None : Enum.Parse<IncomeClass>(row["income"], ignoreCase: true),
        row["certainty"]);
}
