namespace VillageLedger;

/// <summary>
/// Records that a proposed dividend was resolved, splits it between those who held on the record date, and posts what follows in every book concerned, all or
/// none. By anybody but who proposed. What can be distributed is computed once more.
/// </summary>
/// <param name="AgreedShares">Weights that all shareholders of a company agreed on instead of what they paid in.</param>
/// <param name="Date">Of the vouchers; the resolution's own date unless given. A book that has closed its month needs no other resolution.</param>
public sealed record ResolveDividend(
    string Id, UserId By, string Dividend, DividendVote Vote, DateOnly ResolvedOn, DateOnly RecordDate, string Resolution, IReadOnlyList<HolderWeight>? AgreedShares, bool AgreedByAll, DateOnly? Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ResolveDividend(
            fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), DividendVote.ReadFrom(fields), fields.Date("resolvedOn"), fields.Date("recordDate"),
            fields.Text("resolution"), fields.OptionalItems("agreedShares", item => new HolderWeight(item.Value<Holder>("holder"), item.Weight("weight")), DividendFields.MaxHolders),
            fields.OptionalTrue("agreedByAll") == true, fields.OptionalDate("date"));
    }

    private DateOnly BookedOn => Date ?? ResolvedOn;

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        // Another measure than what was paid in needs all shareholders (公司法 art. 210).
        if (AgreedByAll == AgreedShares is null) return Refusal.Of(RefusalCode.FieldMissing, ("field", AgreedByAll ? "agreedShares" : "agreedByAll"));
        if (DividendFields.Find(world, Dividend, out var dividend) is { } unknown) return unknown;
        if (dividend.Stage != DividendStage.Proposed) return Refusal.Of(RefusalCode.DividendNotProposed, ("dividend", Dividend));
        var proposed = dividend.Proposed!;
        if (By == proposed.ProposedBy) return Refusal.Of(RefusalCode.ResolveByProposer, ("dividend", Dividend), ("by", By));
        var rule = DividendRule.Versions.InForce(world, proposed.Payer.Kind);
        if (RecordDate > ResolvedOn)
            return Refusal.Of(RefusalCode.RecordDateAfterResolution, ("recordDate", VoucherRules.Text(RecordDate)), ("resolvedOn", VoucherRules.Text(ResolvedOn)));
        // What a year earned, and whether its reserve is reached, stands only when it is over.
        if (ResolvedOn.Year <= proposed.Year)
            return Refusal.Of(RefusalCode.DividendYearNotOver, ("dividend", Dividend), ("year", proposed.Year), ("resolvedOn", VoucherRules.Text(ResolvedOn)));
        if (BookedOn < ResolvedOn)
            return Refusal.Of(RefusalCode.PaymentBeforeResolution, ("date", VoucherRules.Text(BookedOn)), ("resolvedOn", VoucherRules.Text(ResolvedOn)));
        if ((Vote.Check(rule, ResolvedOn) ?? DividendBooks.Check(world, proposed.Payer, proposed.Year)) is { } fault) return fault;
        var books = DividendBooks.Of(world, proposed.Payer, proposed.Year);
        var holdings = DividendHoldings.Of(world, proposed.Payer, RecordDate, AgreedShares);
        // All are asked for before the first line is judged, so that thousands are fetched at once.
        foreach (var weight in holdings.Weights) world.Holder(weight.Holder);
        if (!world.IsComplete) return Decision.Nothing;
        if (books.Figures() is not { } figures) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var asked = proposed.Steps.Select(step => new AskedStep(step.Kind, null, step.AmountFen)).ToList();
        if (DividendPlan.Of(rule.StepsOn(new(proposed.Year, 12, 31)), figures, asked).Refusal is { } changed) return changed;
        if (holdings.Refusal is { } wrong) return wrong;
        return books.Guard(Resolve(world, proposed, rule, holdings));
    }

    private Decision Resolve(World world, DividendProposed proposed, DividendRule rule, DividendHoldings holdings)
    {
        var amount = proposed.Steps[^1].AmountFen;
        var split = LargestRemainder.Split(amount, holdings.Weights);
        var parts = holdings.Weights.Zip(split.Parts, (weight, fen) => new AllocatedPart(weight.Holder, weight.Weight, fen)).ToList();
        // A cooperative owes itself nothing for its collective shares (集体股): their part stays undistributed.
        var retained = parts.Where(part => part.Holder == Holder.Of(proposed.Payer)).Sum(part => part.PartFen);
        var owed = parts.Where(part => part.PartFen != 0 && part.Holder != Holder.Of(proposed.Payer)).Select(part => new HolderAmount(part.Holder, part.PartFen)).ToList();
        var vouchers = Post(world, proposed, owed);
        var vote = rule.VoteOn(ResolvedOn);
        var fact = new DividendResolved(
            Dividend, Vote.Body, Vote.Basis, Vote.VotesFor, Vote.VotesEntitled, vote.Source.Statute, vote.Source.Article, vote.Source.From, rule.Version, ResolvedOn, RecordDate, Resolution,
            holdings.SplitBy, parts, LargestRemainder.Name, [.. split.Extra.Select(i => parts[i].Holder)], amount - retained, vouchers.Made, By,
            rule.TimeOn("months", "payment", ResolvedOn) is { } time ? ResolvedOn.AddMonths(time.Count) : null, Vote.PublishedOn, Vote.NoticeOn, retained == 0 ? null : retained,
            holdings.IsBeyond(ShareLimit.Versions.InForce(world, ShareLimit.Name).On(proposed.Payer.Code, ResolvedOn)) ? [DividendWarnings.MemberBeyondLimit] : null,
            BookedOn == ResolvedOn ? null : BookedOn);
        var decision = Decision.Of(Streams.Dividend(Dividend), fact);
        if (proposed.Payer.Kind == Owner.VillageKind) decision = decision.And(Streams.Shares(proposed.Payer.Code), new RecordDateSet(proposed.Payer.Code, Dividend, RecordDate));
        return vouchers.After(decision);
    }

    private JointVouchers Post(World world, DividendProposed proposed, List<HolderAmount> owed)
    {
        var vouchers = new JointVouchers(world, Id, By, proposed.ProposedBy);
        var lines = new DividendLines(world, proposed.Payer);
        var reserves = proposed.Steps.Where(step => step.Kind is not (DividendSteps.CoverLoss or DividendSteps.Distribute)).Sum(step => step.AmountFen);
        var what = proposed.Payer.Kind == Owner.CompanyKind ? "利润分配" : "收益分配";
        vouchers.PrepareAndPost(proposed.Payer, Content($"{proposed.Year}年度{what}", [.. lines.OfPayer("reserve", [], reserves), .. lines.OfPayer("declare", owed)]), By, Dividend);
        foreach (var part in owed)
            if (part.Holder.Owner is { } owner && lines.HasBook(owner, BookedOn)) vouchers.PrepareAndPost(owner, Content($"应收{proposed.Year}年度分红", lines.OfHolder("declare", owner, part.AmountFen)), By, Dividend);
        return vouchers;
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines) => new("记", BookedOn, VoucherKind.Dividend, summary, lines, 0);
}
