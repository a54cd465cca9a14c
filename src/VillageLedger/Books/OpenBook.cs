namespace VillageLedger;

/// <summary>Begins an owner's book with a first month and the balances at the end of the month before.</summary>
public sealed record OpenBook(string Id, UserId By, Owner Owner, string Standard, Month Month, IReadOnlyList<OpeningLine> Opening) : Request(Id, By)
{
    private static readonly Month Earliest = new(1950, 1);
    private static readonly Month Latest = new(2098, 12);

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OpenBook(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("standard"), ReadMonth(fields),
            OpeningRules.Read(fields));
    }

    /// <summary>The first month. A book cannot be opened a second time: a slip of the keyboard must not bind it to another century.</summary>
    internal static Month ReadMonth(Fields fields)
    {
        var month = fields.Value<Month>("month");
        if (!fields.Failed && (month < Earliest || month > Latest))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "month"), ("value", month), ("expected", $"{Earliest} – {Latest}")));
        return month;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (world.Owner(Owner).Retired is { } retired) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Owner), ("month", retired.From));
        var accounts = world.Accounts(Owner);
        if (accounts.IsOpen) return Refusal.Of(RefusalCode.BookAlreadyOpen, ("book", Owner));
        if (!Standards.For(Owner).Contains(Standard))
            return Refusal.Of(RefusalCode.StandardNotForOwner, ("standard", Standard), ("owner", Owner), ("standards", string.Join(", ", Standards.For(Owner))));
        var opened = accounts with { Standard = Standard, FirstMonth = Month };
        var chart = VoucherRules.ChartOf(world, opened);
        if (opened.Added.Values.OrderBy(added => added.Account).FirstOrDefault(added => chart.RootOf(added.Account) is null || !opened.Has(chart, added.Parent)) is { } stray)
            return Refusal.Of(RefusalCode.AddedAccountOutsideStandard, ("account", stray.Account), ("standard", Standard));
        return OpeningRules.Check(world, Owner, chart, opened, Opening) is { } fault ? fault : Decision.Of(Streams.Accounts(Owner), new BookOpened(Owner, Standard, Month, Opening)).While(Owner.Address);
    }
}
