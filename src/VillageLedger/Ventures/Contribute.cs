namespace VillageLedger;

/// <summary>A holder contributes cash, land or a guarantee, at the agreed value. The entries in both books are made by <see cref="PrepareJointEntry"/>.</summary>
public sealed record Contribute(
    string Id, UserId By, string Venture, Holder Holder, DateOnly Date, string Kind, long AmountFen, long? BookValueFen, long? AreaSquareMetres, Valuation? Valuation, string? Call) : Request(Id, By)
{
    public const string Cash = "cash";
    public const string Land = "land";
    public const string Guarantee = "guarantee";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new Contribute(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Value<Holder>("holder"), fields.Date("date"),
            fields.Word("kind", Cash, Land, Guarantee), fields.PositiveAmount("amountFen"), fields.OptionalAmountOrZero("bookValueFen"),
            fields.OptionalWholeNumber("areaSquareMetres"), ValuationFields.Read(fields), fields.OptionalText("call", 64));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (ShareRules.CheckHolder(world, venture, Holder) is { } stranger) return stranger;
        if (BookValueFen is { } book && Kind != Land) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "bookValueFen"), ("value", book), ("expected", "kind land"));
        if (Call is { } call && venture.Calls.GetValueOrDefault(call)?.Amounts.Any(amount => amount.Holder == Holder) != true)
            return Refusal.Of(RefusalCode.CallUnknown, ("call", call), ("holder", Holder));
        if (venture.Contributions.Values.Aggregate((Int128)AmountFen, (sum, made) => sum + made.AmountFen) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var made = new ContributionMade(Id, Venture, Holder, Date, Kind, AmountFen, BookValueFen, AreaSquareMetres, Valuation, Call);
        return venture.Founded!.Company is { } company ? WithCapital(world, company, made) : Decision.Of(Streams.Venture(Venture), made);
    }

    /// <summary>
    /// What a shareholder contributes to a company's project is paid in on what it has subscribed: the company's dividends go by that. What goes beyond it, or comes before the company was
    /// founded, is no capital.
    /// </summary>
    private Decision WithCapital(World world, string company, ContributionMade made)
    {
        var state = world.Company(company);
        return Kind != Guarantee && Date >= state.Founded && state.Capital.FaultWith(new CapitalChange(Holder, Date, 0, AmountFen)) is null
            ? Decision.Of(Streams.Venture(Venture), made with { PaidIn = true }).And(Streams.Company(company), new CapitalPaidIn(company, Holder, Date, AmountFen, Kind, Valuation, Id))
            : Decision.Of(Streams.Venture(Venture), made).While(Streams.Company(company));
    }
}
