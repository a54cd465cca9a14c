namespace VillageLedger;

/// <summary>A step as it is asked for: a rate, an amount, or neither for what the law gives.</summary>
/// <param name="Kind">A word of <see cref="DividendSteps"/>.</param>
public sealed record AskedStep(string Kind, int? RatePpm, long? AmountFen)
{
    public static AskedStep ReadFrom(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var kind = fields.Word("kind", [.. DividendSteps.All]);
        var rate = fields.OptionalRate("ratePpm");
        long? amount = fields.OptionalAmountOrZero("amountFen");
        if (rate is not null && amount is not null && !fields.Failed)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf("amountFen")), ("value", amount), ("expected", "ratePpm | amountFen")));
        return new(kind, rate, amount);
    }
}
