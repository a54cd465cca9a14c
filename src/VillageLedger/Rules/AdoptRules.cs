namespace VillageLedger;

/// <summary>Puts a version of a rule in force from now on; what earlier reports said stays.</summary>
/// <param name="Kind"><c>chart</c>, <c>posting-map</c> …</param>
/// <param name="Name">Which rule of its kind: a chart's standard, a form of ventures …</param>
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
        if (!CarriedRules.Has(Kind, Name, Version)) return Refusal.Of(RefusalCode.RuleUnknown, ("kind", Kind), ("name", Name), ("version", Version));
        return world.Rules.VersionOf(Kind, Name) == Version ? Decision.Nothing : Decision.Of(Streams.Rules, new RulesAdopted(Kind, Name, Version));
    }
}
