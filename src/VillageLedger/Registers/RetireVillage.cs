namespace VillageLedger;

/// <summary>A village is no more from a month on, and nothing of it is left: what still has balances is merged into another (<see cref="MergeVillages"/>).</summary>
public sealed record RetireVillage(string Id, UserId By, string Village, Month From, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RetireVillage(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "village", RegisterVillage.CodeLength), fields.Value<Month>("from"), fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var ending = new Ending(world, Village, From);
        if (ending.Check() is { } fault) return fault;
        var left = ending.Left;
        return left.Count > 0
            ? Refusal.Of(RefusalCode.BalancesLeft, ("book", Streams.Village(Village)), ("accounts", Ending.Listed(left)))
            : ending.End(Decision.Nothing, Reason);
    }
}
