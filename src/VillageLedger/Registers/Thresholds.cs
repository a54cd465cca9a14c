using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>The thresholds that a place has set. Folded from <c>thresholds/{place}</c>.</summary>
public sealed record Thresholds(ImmutableList<ThresholdSet> All)
{
    public static readonly Thresholds Empty = new(ImmutableList<ThresholdSet>.Empty);

    /// <summary>The figures that thresholds are set for.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["operating-income", "total-income"];

    /// <summary>What holds for a figure in a year; of two from the same year the later said. Null when nothing was set yet.</summary>
    public ThresholdSet? InForce(string metric, int year) => All.Where(set => set.Metric == metric && set.From <= year).OrderBy(set => set.From).LastOrDefault();

    public Thresholds Evolve(Fact fact) => fact switch
    {
        ThresholdSet set => new(All.Add(set)),
        _ => throw Fold.Unexpected(fact, this),
    };
}
