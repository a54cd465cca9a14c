namespace VillageLedger;

/// <summary>Opens the share register of a village's cooperative. Mode, units and kinds are fixed with it.</summary>
public sealed record OpenShareRegister(
    string Id, UserId By, string Village, string Mode, long UnitsPerShare, DateOnly From, IReadOnlyList<string> Kinds, string Resolution) : Request(Id, By)
{
    public const string Static = "static";
    public const string Dynamic = "dynamic";

    /// <summary>Units finer than a millionth of a share have no use.</summary>
    public const long MaxUnitsPerShare = 1_000_000;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OpenShareRegister(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), fields.Word("mode", Static, Dynamic), fields.Whole("unitsPerShare", 1, MaxUnitsPerShare),
            fields.Date("from"), fields.Words("kinds", ShareKinds.All), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Village(Village).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Village(Village)));
        if (world.Shares(Village).IsOpen) return Refusal.Of(RefusalCode.ShareRegisterAlreadyOpen, ("village", Village));
        return Decision.Of(Streams.Shares(Village), new ShareRegisterOpened(Village, Mode, UnitsPerShare, From, Kinds, Resolution));
    }
}
