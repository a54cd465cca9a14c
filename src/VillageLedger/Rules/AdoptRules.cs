namespace VillageLedger;

/// <summary>Puts a version of a rule in force from now on; what earlier reports said stays.</summary>
/// <param name="Kind"><c>chart</c>.</param>
/// <param name="Name">The chart's standard.</param>
/// <param name="Version">SHA-256 of the rule's data; a version that this program carries.</param>
public sealed record AdoptRules(string Id, UserId By, string Kind, string Name, string Version) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AdoptRules(fields.Text("id"), fields.Value<UserId>("by"), fields.Text("kind"), fields.Text("name"), fields.Text("version"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (Kind != RuleSet.ChartKind || !Chart.Carries(Name, Version)) return Refusal.Of(RefusalCode.RuleUnknown, ("kind", Kind), ("name", Name), ("version", Version));
        return world.Rules.VersionOf(Kind, Name) == Version ? Decision.Nothing : Decision.Of(Streams.Rules, new RulesAdopted(Kind, Name, Version));
    }
}
