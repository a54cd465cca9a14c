namespace VillageLedger;

/// <summary>Names a user who approves claims at a level, for an owner or all villages of a place, from a day on.</summary>
/// <param name="Until">Last day.</param>
public sealed record NameApprover(string Id, UserId By, ApprovalScope Scope, UserId User, string Level, DateOnly From, DateOnly? Until) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new NameApprover(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<ApprovalScope>("scope"), fields.Value<UserId>("user"), ApprovalFields.Level(fields), fields.Date("from"), fields.OptionalDate("until"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var approvals = world.Approvals(Scope.Value);
        if (ApprovalFields.CheckScope(world, Scope) is { } unknown) return unknown;
        if (Until < From) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "until"), ("value", VoucherRules.Text(Until.Value)), ("expected", "≥ " + VoucherRules.Text(From)));
        return approvals.Approvers.Exists(named => named.User == User && named.Level == Level && Overlaps(named))
            ? Refusal.Of(RefusalCode.ApproverNamedAlready, ("user", User), ("level", Level), ("scope", Scope))
            : Decision.Of(Streams.Approvals(Scope.Value), new ApproverNamed(Scope, User, Level, From, By, Until));
    }

    private bool Overlaps(ApproverNamed other) => (other.Until is not { } last || From <= last) && (Until is not { } own || other.From <= own);
}
