namespace VillageLedger;

/// <summary>
/// Says who approves claims of which amount from a day on (审批权限), for an owner or all villages of a place; a claim needs every level up to the first whose limit holds its amount.
/// The most specific levels in force on a claim's date count. No levels at all end what was set before.
/// </summary>
public sealed record SetApprovalLevels(string Id, UserId By, ApprovalScope Scope, DateOnly From, IReadOnlyList<ApprovalLevel> Levels) : Request(Id, By)
{
    private const int MaxLevels = 20;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SetApprovalLevels(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<ApprovalScope>("scope"), fields.Date("from"),
            fields.OptionalItems("levels", item => new ApprovalLevel(ApprovalFields.Level(item), item.OptionalAmountOrZero("uptoFen")), MaxLevels) ?? fields.Items("levels", _ => new ApprovalLevel("")));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.Approvals(Scope.Value);
        if (ApprovalFields.CheckScope(world, Scope) is { } unknown) return unknown;
        if (Levels.GroupBy(level => level.Level, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refusal.Of(RefusalCode.LevelTwice, ("level", twice.Key));
        // Only the last may be without a limit, and each must decide on more than the one before it.
        foreach (var (level, next) in Levels.Zip(Levels.Skip(1)))
            if (level.UptoFen is not { } limit || next.UptoFen <= limit) return Refusal.Of(RefusalCode.LevelsNotRising, ("level", level.Level), ("next", next.Level));
        return Decision.Of(Streams.Approvals(Scope.Value), new ApprovalLevelsSet(Scope, From, Levels, By));
    }
}
