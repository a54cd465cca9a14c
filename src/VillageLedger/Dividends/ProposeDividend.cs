namespace VillageLedger;

/// <summary>
/// Proposes what a company or a village's cooperative distributes of a year. What can be distributed is computed from the payer's books in the decision;
/// steps that the law requires are added in its order, and none may be below what it asks.
/// </summary>
public sealed record ProposeDividend(string Id, UserId By, string Dividend, Owner Payer, int Year, IReadOnlyList<AskedStep> Steps) : Request(Id, By)
{
    private const int MaxSteps = 10;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new ProposeDividend(
            fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), fields.Value<Owner>("payer"), (int)fields.Whole("year", 1901, 9990),
            fields.OptionalItems("steps", AskedStep.ReadFrom, MaxSteps) ?? []);
        if (!fields.Failed && request.Payer.Kind == Owner.VentureKind)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "payer"), ("value", request.Payer), ("expected", "company/… | village/…")));
        return request;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Dividend(Dividend).IsKnown) return Refusal.Of(RefusalCode.DividendExists, ("dividend", Dividend));
        if (!world.Owner(Payer).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Payer));
        if (DividendBooks.Check(world, Payer, Year) is { } fault) return fault;
        var rule = DividendRule.Versions.InForce(world, Payer.Kind);
        var books = DividendBooks.Of(world, Payer, Year);
        if (!world.IsComplete) return Decision.Nothing;
        if (books.Figures() is not { } figures) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var (plan, refusal) = DividendPlan.Of(rule.StepsOn(new(Year, 12, 31)), figures, Steps);
        if (plan is null) return refusal!;
        var fact = new DividendProposed(
            Dividend, Payer, Year, plan.Steps, figures, plan.DistributableFen, rule.Name, rule.Version, books.LastMonth, By, plan.Warnings.Count > 0 ? plan.Warnings : null);
        return books.Guard(Decision.Of(Streams.Dividend(Dividend), fact).Showing());
    }
}
