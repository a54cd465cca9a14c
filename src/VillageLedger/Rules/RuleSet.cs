using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Which version of each rule is in force. Folded from stream <c>rules</c>.</summary>
public sealed record RuleSet(ImmutableDictionary<(string Kind, string Name), string> InForce)
{
    public const string ChartKind = "chart";

    public static readonly RuleSet Empty = new(ImmutableDictionary<(string, string), string>.Empty);

    public string? VersionOf(string kind, string name) => InForce.GetValueOrDefault((kind, name));

    /// <summary>The chart in force for a standard; null when none was adopted.</summary>
    public Chart? Chart(string standard) => VersionOf(ChartKind, standard) is { } version ? VillageLedger.Chart.OfVersion(version) : null;

    public RuleSet Evolve(Fact fact) => fact switch
    {
        RulesAdopted adopted => new(InForce.SetItem((adopted.Kind, adopted.Name), adopted.Version)),
        _ => throw Fold.Unexpected(fact, this),
    };
}
