namespace VillageLedger;

/// <summary>What every entry of a share register must keep to.</summary>
internal static class ShareEntries
{
    /// <summary>A fact of 2,000 changes stays well below the store's limit of 1 MiB, whatever the ids.</summary>
    private const int MaxChanges = 2_000;

    public static Refusal NotOpen(string village) => Refusal.Of(RefusalCode.ShareRegisterNotOpen, ("village", village));

    /// <summary>The refusal of a grant, or null.</summary>
    public static Refusal? Grant(World world, SharesGranted granted)
    {
        if (world.Shares(granted.Village).Opened is not { } register) return NotOpen(granted.Village);
        if (register.Mode == OpenShareRegister.Static && granted.Date != register.From && granted.Reason is null)
            return Refusal.Of(RefusalCode.ShareRegisterStatic, ("village", granted.Village), ("date", VoucherRules.Text(granted.Date)));
        return Check(world, granted);
    }

    /// <summary>
    /// The refusal of an entry, or null: the register is open, the day neither before it nor up to a record date, the kinds the register's; nobody has less
    /// than nothing at the end of any day from then on, and all units together keep the bound of whole numbers. A holder stands once with a kind.
    /// </summary>
    public static Refusal? Check(World world, IShareChanges entry)
    {
        var shares = world.Shares(entry.Village);
        if (shares.Opened is not { } register) return NotOpen(entry.Village);
        if (entry.Date < register.From)
            return Refusal.Of(RefusalCode.DateBeforeShareRegister, ("date", VoucherRules.Text(entry.Date)), ("from", VoucherRules.Text(register.From)));
        if (entry.Date <= shares.LastRecordDate)
            return Refusal.Of(RefusalCode.SharesBeforeRecordDate, ("date", VoucherRules.Text(entry.Date)), ("recordDate", VoucherRules.Text(shares.LastRecordDate.Value)));
        var seen = new HashSet<(Holder, string)>();
        var sum = (Int128)0;
        foreach (var change in entry.Changes)
        {
            if (!register.Kinds.Contains(change.Kind))
                return Refusal.Of(RefusalCode.ShareKindNotInRegister, ("kind", change.Kind), ("village", entry.Village), ("kinds", string.Join(", ", register.Kinds)));
            if (!seen.Add((change.Holder, change.Kind))) return Refusal.Of(RefusalCode.HolderTwice, ("holder", change.Holder));
            if (change.Units < 0 && Insufficient(shares, entry.Date, change) is { } refusal) return refusal;
            sum += change.Units;
        }

        return shares.AllUnits.HighestFrom(entry.Date) + sum > Money.MaxFen ? Refusal.Of(RefusalCode.UnitsOutOfBounds, ("limit", Money.MaxFen)) : null;
    }

    /// <summary>The facts of a grant: more than one where the changes are many.</summary>
    public static IEnumerable<SharesGranted> InParts(SharesGranted granted) => granted.Changes.Chunk(MaxChanges).Select(part => granted with { Changes = part });

    /// <summary>The refusal of moving frozen shares, or null.</summary>
    public static Refusal? Frozen(World world, string village, Holder holder, DateOnly date) =>
        world.Shares(village).FrozenFrom(holder, date) is { } from ? Refusal.Of(RefusalCode.SharesAreFrozen, ("holder", holder), ("from", VoucherRules.Text(from))) : null;

    private static Refusal? Insufficient(ShareRegister shares, DateOnly date, ShareChange change)
    {
        var lowest = shares.UnitsOf(change.Holder, change.Kind).LowestFrom(date);
        return lowest.Units + change.Units >= 0
            ? null
            : Refusal.Of(
                RefusalCode.UnitsInsufficient,
                ("holder", change.Holder), ("kind", change.Kind), ("date", VoucherRules.Text(lowest.Date)), ("available", lowest.Units), ("units", -change.Units));
    }
}
