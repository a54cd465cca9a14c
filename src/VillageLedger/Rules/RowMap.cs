using System.Globalization;

namespace VillageLedger;

/// <summary>How a row of a statement is printed.</summary>
public enum RowStyle
{
    Heading,
    Item,

    /// <summary>其中: a part of the row before it.</summary>
    Part,

    /// <summary>减: taken off in the sum that follows.</summary>
    Less,
    Subtotal,
    Total,
}

/// <summary>What a row takes of its accounts.</summary>
public enum RowTake
{
    /// <summary>Their balance in a balance sheet; in an income statement what was posted in the period, without transfers (结转).</summary>
    Figure,

    /// <summary>Their balance before the period.</summary>
    Opening,

    /// <summary>What 未分配收益 was given from elsewhere (其他转入).</summary>
    TransferredIn,

    /// <summary>What 收益分配 gave to the row's accounts.</summary>
    Appropriated,

    /// <summary>What 收益分配 gave or took that no other row can tell.</summary>
    Other,
}

/// <summary>Which balances of an account a row takes.</summary>
public enum RowPart
{
    All,

    /// <summary>Per detail account and party those on this side; never netted.</summary>
    Debit,
    Credit,

    /// <summary>The account with all its details, where it stands on this side.</summary>
    NetDebit,
    NetCredit,
}

/// <summary>Accounts that a row takes: a level-1 account with everything under it, or a class.</summary>
public sealed record RowAccounts(AccountCode? Root, AccountClass? Class, RowPart Part)
{
    /// <summary>Whether an account lies under them.</summary>
    public bool Has(Chart chart, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Root is { } root ? account.IsWithin(root) : chart.RootOf(account)?.Class == Class;
    }
}

/// <summary>Another row that a row adds or takes off.</summary>
public sealed record RowTerm(string Row, int Sign);

/// <summary>A row of a statement.</summary>
/// <param name="Line">行次; null where the form gives the row none or its numbers are not known.</param>
/// <param name="Side">On which side what the row takes is a positive amount.</param>
/// <param name="IsOptional">Shown where it is not zero.</param>
/// <param name="Certainty"><c>primary</c> = as read in the official form; <c>memory</c> = to be confirmed.</param>
public sealed record MapRow(
    string Key, int? Line, string Name, string EnglishName, RowStyle Style, Side Side, RowTake Take, IReadOnlyList<RowAccounts> Accounts, IReadOnlyList<RowTerm> Terms, bool IsOptional, string Source, string Certainty)
{
    public string NameIn(Language language) => language == Language.English ? EnglishName : Name;
}

/// <summary>
/// The rows of a statement under one standard: data under <c>Rules/RowMaps</c>, immutable and named by the SHA-256 of its text. Which version is in force is decided by a <see cref="RulesAdopted"/>.
/// </summary>
public sealed class RowMap
{
    public const string BalanceSheet = "balance-sheet";
    public const string IncomeStatement = "income-statement";

    /// <summary>Whether grants stand within the operating result of 2023 is doubtful: there is a version of either, the newest as the reference prints it.</summary>
    public static readonly RuleVersions<RowMap> Versions = new(
        "row-map",
        [
            .. from standard in Standards.All
               from statement in (string[])[BalanceSheet, IncomeStatement]
               from file in FilesOf(standard, statement)
               select (NameOf(standard, statement), $"row-maps/{file}.csv"),
        ],
        (name, version, rows) => new(name, version, rows));

    private RowMap(string name, string version, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        (Name, Version) = (name, version);
        Rows = [.. rows.Select(RowOf)];
    }

    /// <summary>As in <see cref="NameOf"/>.</summary>
    public string Name { get; }

    public string Version { get; }

    /// <summary>In the order of the form; every row stands after those that it sums, or its parts after it.</summary>
    public IReadOnlyList<MapRow> Rows { get; }

    /// <summary>The rule's name: <c>rural-2023/balance-sheet</c>.</summary>
    public static string NameOf(string standard, string statement) => $"{standard}/{statement}";

    /// <summary>
    /// Whether a row means the same here and in another map: what it sums there and here is the same, but for rows that the other map does not have at all.
    /// </summary>
    public bool Means(string row, RowMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Version == other.Version) return true;
        var (own, theirs) = (PartsOf(row), other.PartsOf(row));
        return own.Except(theirs).All(part => !other.Has(part.TrimStart('-'))) && theirs.Except(own).All(part => !Has(part.TrimStart('-')));
    }

    private bool Has(string row) => Rows.Any(other => other.Key == row);

    /// <summary>The rows without terms that a row comes to, with <c>-</c> before those taken off.</summary>
    private HashSet<string> PartsOf(string key)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        Collect(key, 1);
        return parts;

        void Collect(string name, int sign)
        {
            var row = Rows.FirstOrDefault(other => other.Key == name);
            if (row is null || row.Terms.Count == 0) parts.Add(sign < 0 ? "-" + name : name);
            else foreach (var term in row.Terms) Collect(term.Row, sign * term.Sign);
        }
    }

    private static IEnumerable<string> FilesOf(string standard, string statement)
    {
        if ((standard, statement) == (Standards.Rural2023, IncomeStatement)) yield return $"{standard}-{statement}-grants-after";
        yield return $"{standard}-{statement}";
    }

    private static MapRow RowOf(IReadOnlyDictionary<string, string> row) => new(
        row["row"],
        row["line"].Length == 0 ? null : int.Parse(row["line"], CultureInfo.InvariantCulture),
        row["name_zh"],
        row["name_en"],
        WordOf<RowStyle>(row["style"]),
        row["side"].Length == 0 ? Side.Debit : WordOf<Side>(row["side"]),
        row["take"].Length == 0 ? RowTake.Figure : WordOf<RowTake>(row["take"]),
        [.. row["accounts"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(AccountsOf)],
        [.. row["rows"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(term => term[0] == '-' ? new RowTerm(term[1..], -1) : new RowTerm(term, 1))],
        row["optional"].Length > 0,
        row["source"],
        row["certainty"]);

    private static RowAccounts AccountsOf(string text)
    {
        var parts = text.Split(':');
        var part = parts.Length == 1 ? RowPart.All : WordOf<RowPart>(parts[1]);
        return char.IsAsciiDigit(parts[0][0]) ? new(new AccountCode(parts[0]), null, part) : new(null, WordOf<AccountClass>(parts[0]), part);
    }

    private static T WordOf<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
