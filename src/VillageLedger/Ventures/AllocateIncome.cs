namespace VillageLedger;

/// <summary>
/// Splits a month's income between the holders by a policy, and prepares the vouchers in the venture's and in every holder's book. Another person
/// confirms. A company's income is no village's: that is refused and points to the dividend.
/// </summary>
/// <param name="Month">The month of the income.</param>
/// <param name="Date">The date of the vouchers.</param>
/// <param name="TotalFen">Net of VAT, after the costs that the terms name; negative takes back.</param>
/// <param name="Supplements">The first allocation of the month, for further receipts.</param>
public sealed record AllocateIncome(
    string Id, UserId By, string Venture, Month Month, DateOnly Date, long TotalFen, string Policy, AllocationTerms? Terms, string Remainder, string? Supplements) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new AllocateIncome(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Value<Month>("month"), fields.Date("date"),
            fields.OptionalAmount("totalFen") ?? fields.PositiveAmount("totalFen"), fields.Word("policy", [.. AllocationPolicies.Names]),
            AllocationTerms.ReadFrom(fields), fields.OptionalWord("remainder", LargestRemainder.Name) ?? LargestRemainder.Name, fields.Optional<RequestId>("supplements")?.Value);
        if (!fields.Failed && AllocationPolicies.Check(request.Policy, request.Terms) is { } fault) fields.Refuse(fault);
        return request;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (venture.Form == VentureForms.Company) return Refusal.Of(RefusalCode.AllocationOfCompany, ("venture", Venture), ("company", venture.Founded!.Company));
        if (Date < Month.FirstDay) return Refusal.Of(RefusalCode.AllocationBeforeMonth, ("date", VoucherRules.Text(Date)), ("month", Month));
        if (CheckMonth(venture) is { } taken) return taken;
        if ((Terms?.NamedHolders() ?? []).Select(holder => ShareRules.CheckHolder(world, venture, holder)).FirstOrDefault(fault => fault is not null) is { } stranger) return stranger;
        // A month further ahead is not open; nothing between need be read to know that.
        if (JointVouchers.CheckMonth(world, venture.Book, Date) is { } shut) return shut;
        if (!world.IsComplete) return Decision.Nothing;
        var first = Supplements is null ? null : venture.Allocations[Supplements].Fact;
        var isBound = first is not null && (AllocationPolicies.Promises(first.Policy, first.Terms) || AllocationPolicies.Promises(Policy, Terms));
        if (isBound && (first!.Policy != Policy || !AllocationTerms.Same(first.Terms, Terms)))
            return Refusal.Of(RefusalCode.SupplementTermsDiffer, ("supplements", Supplements), ("policy", first.Policy));
        var basis = new AllocationBasis(Month, isBound ? first!.Shares : venture.Shares.In(Month), venture.PaidInOn(Month.LastDay));
        var result = isBound ? AllocationPolicies.AllocateMore(Policy, Terms, TotalFen, basis, Before(venture)) : AllocationPolicies.Allocate(Policy, Terms, TotalFen, basis);
        if (result.Allocated is not { } allocated) return result.Refusal!;
        if (allocated.Parts.Aggregate((Int128)0, (sum, part) => sum + Int128.Abs(part.PartFen)) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return JointRules.CheckBooks(world, venture, "allocate", allocated.Parts) is { } closed ? closed : Allocate(world, venture, basis, allocated);
    }

    /// <summary>A month is allocated once; what comes in later is a supplement that names the first.</summary>
    private Refusal? CheckMonth(Venture venture)
    {
        var first = venture.StandingIn(Month).FirstOrDefault(allocation => allocation.Fact.Supplements is null)?.Fact.Allocation;
        if (Supplements is null) return first is null ? null : Refusal.Of(RefusalCode.MonthAllocated, ("month", Month), ("allocation", first));
        return Supplements == first ? null : Refusal.Of(RefusalCode.SupplementOfOther, ("supplements", Supplements), ("month", Month));
    }

    /// <summary>
    /// What the month came to before. A supplement by plain weights is split by itself; where the first or the supplement promises, retains or gives something first, it is what the whole
    /// month comes to by the first one's terms and shares, less this: or a promise would be kept twice, or not at all.
    /// </summary>
    private AllocatedBefore Before(Venture venture)
    {
        var before = venture.StandingIn(Month).Select(allocation => allocation.Fact).ToList();
        return new(
            before.Sum(fact => fact.TotalFen),
            [.. before.SelectMany(fact => fact.Parts).GroupBy(part => part.Holder).Select(parts => new HolderAmount(parts.Key, parts.Sum(part => part.PartFen)))],
            before.Sum(fact => fact.RetainedFen ?? 0),
            before.Sum(fact => fact.TopUpFen ?? 0),
            before.Select(fact => fact.Guarantor).FirstOrDefault(guarantor => guarantor is not null));
    }

    private Decision Allocate(World world, Venture venture, AllocationBasis basis, Allocated allocated)
    {
        var replaced = Supplements is null ? venture.Replaced.GetValueOrDefault(Month) : null;
        // What is done anew, or taken back, concerns the month in which it was posted, and an earlier year's income is no income of this one. Further receipts are.
        var posted = venture.FirstPosted(TotalFen < 0 ? Supplements ?? replaced : replaced)?.Fact.Date;
        var ofEarlierYear = posted?.Year < Date.Year;
        var concerns = posted is { } then && Month.Of(then) < Month.Of(Date) ? Month.Of(then) : (Month?)null;
        var received = UndistributedReceipts.In(world, venture.Book, Month.Of(Date));
        var vouchers = new JointVouchers(world, Id, By);
        var lines = new EntryLines(world, venture);
        var summary = $"{venture.Founded!.Name}{Month.Year}年{Month.Number}月收益分配{(Supplements is null ? "" : "（补充）")}";
        vouchers.Prepare(venture.Book, Content(summary, lines.OfVenture("allocate", Amounts(received, allocated), allocated.Parts, allocated.Guarantor), concerns));
        foreach (var part in allocated.Parts)
            if (part.Holder.Owner is { } owner) vouchers.Prepare(owner, Content(summary, lines.OfHolder("allocate", owner, new Dictionary<string, long> { ["part"] = part.PartFen }, ofEarlierYear), concerns));
        var fact = new IncomeAllocated(
            Id, Venture, Month, Date, TotalFen, Policy, AllocationPolicies.Version(Policy), Remainder, basis.Shares, allocated.Parts, allocated.RemainderTo, vouchers.Made, By, Terms,
            NotZero(allocated.RetainedFen), NotZero(allocated.TopUpFen), allocated.Guarantor, allocated.Steps.Count > 1 ? allocated.Steps : null, Supplements, replaced, NotZero(TotalFen - received.Covering(TotalFen)));
        return vouchers.After(received.Guard(Decision.Of(Streams.Venture(Venture), fact).Showing()));
    }

    /// <summary>
    /// What was booked as received and is not yet anybody's is used first; what was not booked counts as received in the bank with the allocation. What is
    /// retained lies apart from both: the next allocation must not take it for a receipt.
    /// </summary>
    private Dictionary<string, long> Amounts(UndistributedReceipts received, Allocated allocated)
    {
        var used = received.Covering(TotalFen);
        return new() { ["received"] = TotalFen - used, ["undistributed"] = used, ["retained"] = allocated.RetainedFen, ["top-up"] = allocated.TopUpFen };
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines, Month? concerns) =>
        new("记", Date, VoucherKind.Allocation, summary, lines, 0, ConcernsMonth: concerns);

    private static long? NotZero(long fen) => fen == 0 ? null : fen;
}
