namespace VillageLedger;

/// <summary>What must hold before something is posted in several books at once, and what is read from the venture's own.</summary>
internal static class JointRules
{
    /// <summary>The rule under which a confirmed allocation is paid without a second person (财会〔2024〕12号 art. 21(1)): the amount is bounded by what two persons decided.</summary>
    public static readonly UserId PaymentRule = new("rule:pay-allocation.1");

    /// <summary>The rule under which a payment that came back is taken back as it was posted.</summary>
    public static readonly UserId ReturnRule = new("rule:return-allocation-payment.1");

    /// <summary>The rule under which what was posted together is taken back together, in red and to the fen.</summary>
    public static readonly UserId ReversalRule = new("rule:reverse-joint-vouchers.1");

    /// <summary>Every holder's book that an entry reaches must take it and have consented; the first that does not is named.</summary>
    public static Refusal? CheckBooks(World world, Venture venture, string entry, IEnumerable<AllocatedPart> parts)
    {
        var lines = new EntryLines(world, venture);
        foreach (var holder in parts.Where(part => part.PartFen != 0).Select(part => part.Holder))
        {
            if (holder.Owner is not { } owner) continue;
            if (lines.Missing(entry, owner) is { } missing) return missing;
            if (world.Accounts(owner).IsOpen && !venture.Authorised.Contains(holder))
                return Refusal.Of(RefusalCode.AllocationNotAuthorised, ("holder", holder), ("venture", venture.Founded!.Venture));
        }

        return null;
    }

    /// <summary>
    /// What the venture's book holds as received and not yet anybody's, in fen: its payable account without a party, posted up to the end of a month. Each month's few
    /// vouchers are looked through; nothing is kept for it.
    /// </summary>
    public static long Undistributed(World world, Venture venture, Month upTo)
    {
        var accounts = world.Accounts(venture.Book);
        if (!accounts.IsOpen) return 0;
        Int128 sum = 0;
        foreach (var month in accounts.FirstMonth.To(upTo))
            foreach (var voucher in world.Book(venture.Book, month).Vouchers.Values)
                if (voucher.Stage == VoucherStage.Posted)
                    foreach (var line in voucher.Content.Lines)
                        if (line.Party is null && line.Account.IsWithin(ControlAccounts.Payable)) sum += (Int128)line.Credit - line.Debit;
        return (long)Int128.Clamp(sum, -Money.MaxFen, Money.MaxFen);
    }

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

    /// <summary>A bank account as a fact may hold it: of a natural person no more than the last four characters.</summary>
    public static string Shown(World world, Holder holder, string bankAccount) =>
        holder.Kind == Holder.MemberKind || (holder.Kind == Holder.PartyKind && world.Holder(holder).Kind is "member" or "person") ? "****" + bankAccount[^Math.Min(4, bankAccount.Length)..] : bankAccount;
}
