using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Where an allocation or a joint entry stands.</summary>
public enum AllocationStage
{
    Prepared,
    Confirmed,
    Reversed,
}

/// <summary>An allocation with what became of it.</summary>
/// <param name="Payments">By the id of the request that paid.</param>
/// <param name="Number">Its place among the venture's allocations, from 0.</param>
public sealed record Allocation(
    IncomeAllocated Fact, int Number, AllocationStage Stage, UserId? ConfirmedBy, ImmutableDictionary<string, AllocationPaid> Payments, ImmutableDictionary<Holder, long> PaidFen)
{
    public bool IsStanding => Stage != AllocationStage.Reversed;

    public static Allocation Of(IncomeAllocated fact, int number) =>
        new(fact, number, AllocationStage.Prepared, null, ImmutableDictionary<string, AllocationPaid>.Empty, ImmutableDictionary<Holder, long>.Empty);

    /// <summary>A holder's part in fen; null when it has none.</summary>
    public long? PartOf(Holder holder) => Fact.Parts.FirstOrDefault(part => part.Holder == holder)?.PartFen;

    public Allocation After(AllocationPaid paid)
    {
        ArgumentNullException.ThrowIfNull(paid);
        return this with { Payments = Payments.Add(paid.Payment, paid), PaidFen = PaidFen.SetItem(paid.Holder, PaidFen.GetValueOrDefault(paid.Holder) + paid.AmountFen) };
    }

    public Allocation After(AllocationPaymentReturned returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        return this with { Payments = Payments.Remove(returned.Payment), PaidFen = PaidFen.SetItem(returned.Holder, PaidFen.GetValueOrDefault(returned.Holder) - returned.AmountFen) };
    }
}

/// <summary>A joint entry with what became of it.</summary>
public sealed record JointEntry(JointEntryPrepared Fact, AllocationStage Stage);
