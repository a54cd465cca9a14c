using System.Globalization;

namespace VillageLedger;

/// <summary>The law that a rule stands in.</summary>
/// <param name="From">The day on which the article came into force.</param>
public sealed record LegalSource(string Statute, string Article, DateOnly From);

/// <summary>What the law says of a step.</summary>
/// <param name="IsRequired">Added where it was left out.</param>
/// <param name="Base"><c>loss</c>, <c>after-loss</c> or <c>rest</c>.</param>
/// <param name="RatePpm">The rate at least; of what is distributed, the one where nothing else is asked for.</param>
/// <param name="CapPpm">Of the registered capital: the reserve need not grow beyond.</param>
public sealed record StepRule(string Kind, LegalSource Source, bool IsRequired, string Base, int? RatePpm, int? CapPpm);

/// <summary>When a vote is enough.</summary>
/// <param name="Basis"><c>heads</c> or <c>votingRights</c>.</param>
/// <param name="MoreThan">More than the fraction, rather than the fraction at least.</param>
public sealed record VoteRule(string Basis, LegalSource Source, int Numerator, int Denominator, bool MoreThan)
{
    public bool IsEnough(long votesFor, long votesEntitled)
    {
        var (given, needed) = ((Int128)votesFor * Denominator, (Int128)votesEntitled * Numerator);
        return MoreThan ? given > needed : given >= needed;
    }

    /// <summary>As a message shows it: <c>&gt; 1/2</c>, <c>≥ 2/3</c>.</summary>
    public string Needed => $"{(MoreThan ? ">" : "≥")} {Numerator}/{Denominator}";
}

/// <summary>A time that the law gives or demands, in days or months.</summary>
public sealed record TimeRule(LegalSource Source, bool IsRequired, int Count);

/// <summary>
/// What the law asks of a dividend of one kind of payer: data under <c>Rules/Dividends</c>. An article counts from the day on which it came into force; what
/// is older than the first is judged by the first.
/// </summary>
public sealed class DividendRule
{
    public static readonly RuleVersions<DividendRule> Versions = new(
        "dividend", [(Owner.CompanyKind, "dividends/company.csv"), (Owner.VillageKind, "dividends/village.csv")], (name, version, rows) => new(name, version, rows));

    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> rows;

    private DividendRule(string name, string version, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => (Name, Version, this.rows) = (name, version, rows);

    /// <summary><c>company</c> or <c>village</c>.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the rule's data.</summary>
    public string Version { get; }

    /// <summary>Every kind of step that the payer has, in order.</summary>
    public IReadOnlyList<string> Kinds => [.. rows.Where(row => row["row"] == "step").Select(row => row["kind"]).Distinct()];

    /// <summary>The steps in order, as they are on a day.</summary>
    public IReadOnlyList<StepRule> StepsOn(DateOnly date) =>
    [
        .. Kinds.Select(kind => RowOn("step", kind, date)!)
            .Select(row => new StepRule(row["kind"], SourceOf(row), row["required"] == "yes", row["base"], Number(row["rate_ppm"]), Number(row["cap_ppm"]))),
    ];

    /// <summary>The vote that is needed on a day; a payer has one basis.</summary>
    public VoteRule VoteOn(DateOnly date)
    {
        var basis = rows.First(row => row["row"] == "vote")["kind"];
        var row = RowOn("vote", basis, date)!;
        return new(basis, SourceOf(row), Number(row["numerator"])!.Value, Number(row["denominator"])!.Value, row["comparison"] == "more-than");
    }

    /// <summary>Days of publication or notice before the vote, months of payment after it; null where the law says nothing.</summary>
    public TimeRule? TimeOn(string row, string kind, DateOnly date) =>
        RowOn(row, kind, date) is { } found ? new(SourceOf(found), found["required"] == "yes", Number(found["count"])!.Value) : null;

    private IReadOnlyDictionary<string, string>? RowOn(string row, string kind, DateOnly date)
    {
        var known = rows.Where(other => other["row"] == row && other["kind"] == kind).OrderBy(FromOf).ToList();
        return known.LastOrDefault(other => FromOf(other) <= date) ?? known.FirstOrDefault();
    }

    private static LegalSource SourceOf(IReadOnlyDictionary<string, string> row) => new(row["statute"], row["article"], FromOf(row));

    private static DateOnly FromOf(IReadOnlyDictionary<string, string> row) => DateOnly.ParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
}
