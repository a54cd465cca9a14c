using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>The thresholds that a place has set. Folded from <c>thresholds/{place}</c>.</summary>
public sealed record Thresholds(ImmutableList<ThresholdSet> All)
{
    public static readonly Thresholds Empty = new(ImmutableList<ThresholdSet>.Empty);

    /// <summary>The figures that thresholds are set for.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["operating-income", "total-income"];

    /// <summary>A village is weak when its figure is below or at most the amount; one that was is so no more when it is above or at least that of another threshold (退出).</summary>
    public static readonly IReadOnlyList<string> Comparators = ["below", "at-most", "above", "at-least"];

    /// <summary>What the ledger can leave out of a figure: 飞地抱团 investment income, by the parties of the lines.</summary>
    public const string EnclaveInvestment = "enclave-investment";

    /// <summary>Below what a village is weak in a year; of two from the same year the later said. Null when nothing was set yet.</summary>
    public ThresholdSet? InForce(string metric, int year) => Latest(metric, year, leaving: false);

    /// <summary>From what on a village that was weak is so no more; likewise.</summary>
    public ThresholdSet? LeavingInForce(string metric, int year) => Latest(metric, year, leaving: true);

    /// <summary>Whether a figure meets what a threshold says.</summary>
    public static bool Meets(ThresholdSet set, long fen)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Comparator switch
        {
            "below" => fen < set.AmountFen,
            "at-most" => fen <= set.AmountFen,
            "above" => fen > set.AmountFen,
            "at-least" => fen >= set.AmountFen,
            _ => throw new InvalidOperationException($"No comparison is known for {set.Comparator}."),
        };
    }

    private ThresholdSet? Latest(string metric, int year, bool leaving) =>
        All.Where(set => set.Metric == metric && set.From <= year && set.Comparator is "above" or "at-least" == leaving).OrderBy(set => set.From).LastOrDefault();

    public Thresholds Evolve(Fact fact) => fact switch
    {
        ThresholdSet set => new(All.Add(set)),
        _ => throw Fold.Unexpected(fact, this),
    };
}
