namespace VillageLedger;

/// <summary>Ends that a user approves at a level; the last day still counts.</summary>
public sealed record EndApprover(string Id, UserId By, ApprovalScope Scope, UserId User, string Level, DateOnly Until) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new EndApprover(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<ApprovalScope>("scope"), fields.Value<UserId>("user"), ApprovalFields.Level(fields), fields.Date("until"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var ended = new ApproverEnded(Scope, User, Level, Until, By);
        return world.Approvals(Scope.Value).Approvers.Exists(named => Approvals.IsOf(named, ended))
            ? Decision.Of(Streams.Approvals(Scope.Value), ended)
            : Refusal.Of(RefusalCode.ApproverUnknown, ("user", User), ("level", Level), ("scope", Scope), ("date", VoucherRules.Text(Until)));
    }
}
