using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Where a dividend stands.</summary>
public enum DividendStage
{
    None,
    Proposed,
    Resolved,
    Withdrawn,
}

/// <summary>A dividend with what became of it. Folded from <c>dividend/{id}</c>.</summary>
/// <param name="Parts">Every holder's part in fen, without what a cooperative keeps for its collective shares.</param>
/// <param name="Payments">Those that stand, by id.</param>
/// <param name="References">Which payment has a bank reference of a holder.</param>
/// <param name="Unclaimed">Holders whose part is marked as unclaimed.</param>
public sealed record Dividend(
    DividendStage Stage,
    DividendProposed? Proposed,
    DividendResolved? Resolved,
    ImmutableDictionary<Holder, long> Parts,
    ImmutableDictionary<string, DividendPaid> Payments,
    ImmutableDictionary<(Holder Holder, string Reference), string> References,
    ImmutableDictionary<Holder, long> PaidFen,
    ImmutableHashSet<Holder> Unclaimed)
{
    public static readonly Dividend Empty = new(
        DividendStage.None,
        null,
        null,
        ImmutableDictionary<Holder, long>.Empty,
        ImmutableDictionary<string, DividendPaid>.Empty,
        ImmutableDictionary<(Holder, string), string>.Empty,
        ImmutableDictionary<Holder, long>.Empty,
        []);

    public bool IsKnown => Stage != DividendStage.None;

    /// <summary>What is still owed to a holder, in fen.</summary>
    public long UnpaidFen(Holder holder) => Parts.GetValueOrDefault(holder) - PaidFen.GetValueOrDefault(holder);

    public Dividend Evolve(Fact fact) => fact switch
    {
        DividendProposed proposed => this with { Stage = DividendStage.Proposed, Proposed = proposed },
        DividendResolved resolved => this with
        {
            Stage = DividendStage.Resolved,
            Resolved = resolved,
            Parts = resolved.Parts.Where(part => part.PartFen != 0 && part.Holder != Holder.Of(Proposed!.Payer)).ToImmutableDictionary(part => part.Holder, part => part.PartFen),
        },
        DividendPaid paid => this with
        {
            Payments = Payments.Add(paid.Payment, paid),
            References = References.SetItem((paid.Holder, paid.Reference), paid.Payment),
            PaidFen = PaidFen.SetItem(paid.Holder, PaidFen.GetValueOrDefault(paid.Holder) + paid.AmountFen),
            Unclaimed = Unclaimed.Remove(paid.Holder),
        },
        DividendPaymentReturned returned => this with
        {
            Payments = Payments.Remove(returned.Payment),
            References = References.Remove((returned.Holder, Payments[returned.Payment].Reference)),
            PaidFen = PaidFen.SetItem(returned.Holder, PaidFen.GetValueOrDefault(returned.Holder) - returned.AmountFen),
        },
        DividendUnclaimed unclaimed => this with { Unclaimed = Unclaimed.Add(unclaimed.Holder) },
        DividendWithdrawn => this with { Stage = DividendStage.Withdrawn },
        _ => throw Fold.Unexpected(fact, this),
    };
}
