namespace VillageLedger;

/// <summary>What must hold before something is posted in several books at once, and which rules stand in for a second person.</summary>
internal static class JointRules
{
    /// <summary>The rule under which a confirmed allocation is paid without a second person (财会〔2024〕12号 art. 21(1)): the amount is bounded by what two persons decided.</summary>
    public static readonly UserId PaymentRule = new(UserId.RulePrefix + "pay-allocation.1");

    /// <summary>The rule under which a payment that came back is taken back as it was posted.</summary>
    public static readonly UserId ReturnRule = new(UserId.RulePrefix + "return-allocation-payment.1");

    /// <summary>The rule under which what was posted together is taken back together, in red and to the fen.</summary>
    public static readonly UserId ReversalRule = new(UserId.RulePrefix + "reverse-joint-vouchers.1");

    /// <summary>Every holder's book that an entry reaches must take it and have consented; the first that does not is named.</summary>
    /// <param name="on">The day of what is entered, where the opening of a book that began later holds it.</param>
    public static Refusal? CheckBooks(World world, Venture venture, string entry, IEnumerable<AllocatedPart> parts, DateOnly? on = null)
    {
        var lines = new EntryLines(world, venture);
        var owners = parts.Where(part => part.PartFen != 0).Select(part => part.Holder.Owner).OfType<Owner>().ToList();
        // All books are asked for before the first is judged: they are fetched at once.
        foreach (var owner in owners) world.Accounts(owner);
        foreach (var owner in owners)
        {
            if (lines.Missing(entry, owner, on) is { } missing) return missing;
            if (lines.Reaches(entry, owner, on) && CheckConsent(venture, owner) is { } silent) return silent;
        }

        return null;
    }

    /// <summary>Every holder in whose book a voucher waits must still consent.</summary>
    public static Refusal? CheckConsents(Venture venture, IEnumerable<JointVoucher> vouchers) =>
        vouchers.Where(voucher => voucher.Book != venture.Book).Select(voucher => CheckConsent(venture, voucher.Book)).FirstOrDefault(silent => silent is not null);

    private static Refusal? CheckConsent(Venture venture, Owner owner) => venture.Authorised.Contains(Holder.Of(owner))
        ? null
        : Refusal.Of(RefusalCode.AllocationNotAuthorised, ("holder", owner), ("venture", venture.Founded!.Venture));

    /// <summary>The allocation with an id and its venture, or that there is none.</summary>
    public static Refusal? FindAllocation(World world, string id, out Venture venture, out Allocation allocation)
    {
        venture = VentureOf(world, id);
        allocation = venture.Allocations.GetValueOrDefault(id)!;
        return allocation is null ? Refusal.Of(RefusalCode.AllocationUnknown, ("allocation", id)) : null;
    }

    /// <summary>The joint entry with an id and its venture, or that there is none.</summary>
    public static Refusal? FindEntry(World world, string id, out Venture venture, out JointEntry entry)
    {
        venture = VentureOf(world, id);
        entry = venture.Entries.GetValueOrDefault(id)!;
        return entry is null ? Refusal.Of(RefusalCode.JointEntryUnknown, ("entry", id)) : null;
    }

    /// <summary>The venture in whose stream a request's first fact lies.</summary>
    public static Venture VentureOf(World world, string request)
    {
        var stream = world.StreamOf(new(request));
        return Streams.Kind(stream) == Owner.VentureKind ? world.Venture(stream[(Owner.VentureKind.Length + 1)..]) : Venture.Empty;
    }
}
