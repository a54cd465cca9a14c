using System.Globalization;

namespace VillageLedger;

/// <summary>The articles that refusals about bank accounts, collective money and cashiers name: data, by owner and day.</summary>
public sealed class MoneyLaw
{
    /// <summary>The one rule of its kind.</summary>
    public const string Name = "articles";

    /// <summary>Collective money is not kept in a person's name (商业银行法 art. 48, 农村集体经济组织法 art. 44).</summary>
    public const string PersonalAccount = "personal-account";

    /// <summary>One basic account (商业银行法 art. 48, 浙江省农村集体资产管理条例 art. 22).</summary>
    public const string BasicAccount = "basic-account";

    /// <summary>A cashier does not review (会计法 art. 35, before 2024-07-01 art. 37).</summary>
    public const string Cashier = "cashier";

    public static readonly RuleVersions<MoneyLaw> Versions = new("bank-account", [(Name, $"bank-accounts/{Name}.csv")], (_, _, rows) => new(rows));

    private readonly IReadOnlyList<Row> rows;

    private MoneyLaw(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => this.rows =
    [
        .. rows.Select(row => new Row(
            row["rule"], row["scope"], row["statute"], row["article"], DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture), row["certainty"])),
    ];

    /// <summary>What stands behind a rule for an owner on a day, as a refusal shows it: of each statute the article in force.</summary>
    /// <param name="date">Null: as known last.</param>
    internal static string Articles(World world, string rule, Owner owner, DateOnly? date) => string.Join("; ", Versions.InForce(world, Name).rows
        .Where(row => row.Rule == rule && owner.Address.StartsWith(row.Scope, StringComparison.Ordinal) && (date is null || row.From <= date))
        .GroupBy(row => row.Statute).Select(statute => statute.MaxBy(row => row.From)!).Select(row => $"{row.Statute} §{row.Article}"));

    /// <param name="Scope">What the address of an owner begins with whom it concerns; "" for all.</param>
    /// <param name="From">In force from this day on.</param>
    /// <param name="Certainty"><c>primary</c>: read in the official text; <c>memory</c>: to be confirmed.</param>
    private sealed record Row(string Rule, string Scope, string Statute, string Article, DateOnly From, string Certainty);
}
