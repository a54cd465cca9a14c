namespace VillageLedger;

/// <summary>Takes a match back: its lines are unreached again (未达账项), and free for another match.</summary>
public sealed record UndoMatch(string Id, UserId By, Owner Owner, string BankAccount, VoucherId Match, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new UndoMatch(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), fields.Value<VoucherId>("match"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Bank(Owner, BankAccount).Matches.ContainsKey(Match.Value)
            ? Decision.Of(Streams.Bank(Owner, BankAccount), new StatementUnmatched(Owner, BankAccount, Match, By, Reason))
            : Refusal.Of(RefusalCode.MatchUnknown, ("match", Match), ("bankAccount", BankAccount));
    }
}
