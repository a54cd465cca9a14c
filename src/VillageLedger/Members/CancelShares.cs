namespace VillageLedger;

/// <summary>Ends shares (销股). A static register knows no end by death or leaving: there shares are inherited or transferred.</summary>
/// <param name="Cause">A word of <see cref="Causes"/>.</param>
public sealed record CancelShares(
    string Id, UserId By, string Village, DateOnly Date, IReadOnlyList<MemberUnits> Cancellations, string Cause, string Resolution) : Request(Id, By)
{
    public const string Death = "death";
    public const string Leaving = "leaving";

    /// <summary>By resolution of the members: collective shares are dissolved, say.</summary>
    public const string Adjustment = "adjustment";

    /// <summary>What was granted should not have been.</summary>
    public const string Correction = "correction";

    public static readonly string[] Causes = [Death, Leaving, Adjustment, Correction];

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CancelShares(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), fields.Date("date"), fields.SomeItems("cancellations", MemberUnits.Read),
            fields.Word("cause", Causes), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (MemberUnits.Check("cancellations", Cancellations) is { } fault) return fault;
        if (world.Shares(Village).Opened is not { } register) return ShareEntries.NotOpen(Village);
        if (register.Mode == OpenShareRegister.Static && Cause is Death or Leaving)
            return Refusal.Of(RefusalCode.ShareRegisterStatic, ("village", Village), ("date", VoucherRules.Text(Date)));
        var cancelled = new SharesCancelled(Village, Date, [.. Cancellations.Select(cancellation => cancellation.In(Village, -1))], Cause, Resolution);
        if (ShareEntries.Check(world, cancelled) is { } refusal) return refusal;
        // Death and leaving end what was frozen, too; an adjustment would only be a way around.
        return Cause is not (Death or Leaving) && cancelled.Changes.Select(change => ShareEntries.Frozen(world, Village, change.Holder, Date)).FirstOrDefault(frozen => frozen is not null) is { } stopped
            ? stopped
            : Decision.Of(Streams.Shares(Village), cancelled);
    }
}
