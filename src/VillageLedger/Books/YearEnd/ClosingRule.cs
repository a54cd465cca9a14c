namespace VillageLedger;

/// <summary>One of the transfers of year's end.</summary>
/// <param name="Step"><c>income</c>, <c>expense</c>, <c>result</c>, <c>public-fund</c>, <c>other</c>, <c>appropriations</c>, <c>details</c>.</param>
/// <param name="From">What is cleared: <c>income</c>, <c>expense</c> or a code with everything under it.</param>
/// <param name="To">Where it goes; null where the request says.</param>
/// <param name="Detail">The name of the detail under <paramref name="To"/> that is taken where there is one.</param>
public sealed record ClosingStep(string Step, string From, AccountCode? To, string? Detail, VoucherKind Kind, string Summary)
{
    public const string PublicFund = "public-fund";
    public const string Other = "other";

    /// <summary>Moves money between the details of one account: nothing where no detail has the name.</summary>
    public const string Details = "details";

    /// <summary>Whether the step moves what is asked for rather than a balance.</summary>
    public bool IsAsked => Step is PublicFund or Other;

    /// <summary>Whether an account is one of those that are cleared.</summary>
    public bool Clears(Chart chart, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return From switch
        {
            "income" => chart.RootOf(account) is { Class: AccountClass.Income },
            "expense" => chart.RootOf(account) is { Class: AccountClass.Expense },
            _ => account.IsWithin(new(From)),
        };
    }
}

/// <summary>The transfers of year's end under one accounting standard, in their order: data under <c>Rules/Closing</c>.</summary>
public sealed class ClosingRule
{
    public static readonly RuleVersions<ClosingRule> Versions = new("closing", [.. Standards.All.Select(standard => (standard, $"closing/{standard}.csv"))], (_, _, rows) => new(rows));

    private ClosingRule(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Steps =
    [
        .. rows.Select(row => new ClosingStep(
            row["step"], row["from"], row["to"].Length == 0 ? null : new AccountCode(row["to"]), row["detail"].Length == 0 ? null : row["detail"],
            row["kind"] == "transfer" ? VoucherKind.Transfer : VoucherKind.Ordinary, row["summary"])),
    ];

    public IReadOnlyList<ClosingStep> Steps { get; }
}
