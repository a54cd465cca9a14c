using System.Globalization;

namespace VillageLedger;

/// <summary>What is put aside at year's end, as it is asked for: a rate of the net income after a loss of earlier years, or an amount.</summary>
/// <param name="Kind"><c>public-fund</c> (公积公益金) or <c>other</c>.</param>
/// <param name="Account">Where it goes: needed for <c>other</c>, a detail of the fund's account for the fund.</param>
public sealed record Appropriation(string Kind, int? RatePpm, long? AmountFen, AccountCode? Account)
{
    public static Appropriation ReadFrom(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields.Word("kind", ClosingStep.PublicFund, ClosingStep.Other), fields.OptionalRate("ratePpm"), fields.OptionalAmountOrZero("amountFen"), fields.Optional<AccountCode>("account"));
    }

    /// <summary>What is wrong with the one at a place in the list, from 1.</summary>
    public Refusal? Check(int number)
    {
        if (RatePpm is null == AmountFen is null)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", $"appropriations[{number}].amountFen"), ("value", AmountFen?.ToString(CultureInfo.InvariantCulture) ?? ""), ("expected", "ratePpm | amountFen"));
        return Kind == ClosingStep.Other && Account is null ? Refusal.Of(RefusalCode.FieldMissing, ("field", $"appropriations[{number}].account")) : null;
    }

    /// <summary>In fen; less than a fen is never put aside beyond what a rate says, but the fund gets it.</summary>
    public long FenOf(long baseFen) => AmountFen ?? (Kind == ClosingStep.PublicFund ? PublicFund.AtLeast(baseFen, RatePpm!.Value) : PublicFund.AtMost(baseFen, RatePpm!.Value));
}
