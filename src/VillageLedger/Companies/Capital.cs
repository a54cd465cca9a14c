using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A change of what a holder has subscribed and paid in, from a day on; in fen, negative for who gives.</summary>
public readonly record struct CapitalChange(Holder Holder, DateOnly Date, long SubscribedFen, long PaidInFen)
{
    /// <summary>What the giver loses and the receiver gains.</summary>
    public static CapitalChange[] Of(CapitalTransferred moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return [new(moved.From, moved.Date, -moved.SubscribedFen, -moved.PaidInFen), new(moved.To, moved.Date, moved.SubscribedFen, moved.PaidInFen)];
    }
}

/// <summary>A company's capital over time: who subscribed and paid in how much. On a day counts what is dated on it or before.</summary>
public sealed record Capital(ImmutableList<CapitalChange> Changes)
{
    public static readonly Capital None = new(ImmutableList<CapitalChange>.Empty);

    /// <summary>Who had subscribed how much on a day: above 0, by address.</summary>
    public IReadOnlyList<HolderAmount> SubscribedOn(DateOnly date) => Held(date, change => change.SubscribedFen);

    /// <summary>Who had paid in how much on a day: above 0, by address.</summary>
    public IReadOnlyList<HolderAmount> PaidInOn(DateOnly date) => Held(date, change => change.PaidInFen);

    public Capital With(params ReadOnlySpan<CapitalChange> changes)
    {
        var all = Changes;
        foreach (var change in changes) all = all.Add(change);
        return new(all);
    }

    /// <summary>
    /// The first day from which on something would not hold, of the holders whom these changes concern and of all together: nobody holds less than nothing,
    /// nobody has paid in more than he subscribed, no sum leaves the bounds of an amount. Null when the changes can be made.
    /// </summary>
    public CapitalFault? FaultWith(params ReadOnlySpan<CapitalChange> changes)
    {
        var then = With(changes);
        foreach (var change in changes)
            if (then.FaultOf(change.Holder, this) is { } fault) return fault;
        return then.FaultOfSum();
    }

    private CapitalFault? FaultOf(Holder holder, Capital before)
    {
        foreach (var (date, subscribed, paidIn) in Timeline(Changes.Where(change => change.Holder == holder)))
        {
            if (subscribed < 0) return new(CapitalFaultKind.Subscribed, holder, date, before.Of(holder, date, change => change.SubscribedFen));
            if (paidIn < 0) return new(CapitalFaultKind.PaidIn, holder, date, before.Of(holder, date, change => change.PaidInFen));
            if (paidIn > subscribed) return new(CapitalFaultKind.PaidInBeyondSubscribed, holder, date, 0);
        }

        return null;
    }

    private CapitalFault? FaultOfSum()
    {
        foreach (var (date, subscribed, _) in Timeline(Changes))
            if (subscribed > Money.MaxFen) return new(CapitalFaultKind.SumOutOfBounds, null, date, 0);
        return null;
    }

    /// <summary>What has come together at the end of each day on which something changes.</summary>
    private static IEnumerable<(DateOnly Date, Int128 Subscribed, Int128 PaidIn)> Timeline(IEnumerable<CapitalChange> changes)
    {
        Int128 subscribed = 0, paidIn = 0;
        foreach (var day in changes.GroupBy(change => change.Date).OrderBy(day => day.Key))
        {
            foreach (var change in day)
            {
                subscribed += change.SubscribedFen;
                paidIn += change.PaidInFen;
            }

            yield return (day.Key, subscribed, paidIn);
        }
    }

    private long Of(Holder holder, DateOnly date, Func<CapitalChange, long> amount) =>
        Sum(Changes.Where(change => change.Holder == holder && change.Date <= date), amount);

    private IReadOnlyList<HolderAmount> Held(DateOnly date, Func<CapitalChange, long> amount) =>
    [
        .. Changes.Where(change => change.Date <= date).GroupBy(change => change.Holder).Select(changes => new HolderAmount(changes.Key, Sum(changes, amount)))
            .Where(held => held.AmountFen > 0).OrderBy(held => held.Holder.Address, StringComparer.Ordinal),
    ];

    private static long Sum(IEnumerable<CapitalChange> changes, Func<CapitalChange, long> amount) =>
        (long)changes.Aggregate((Int128)0, (sum, change) => sum + amount(change));
}

/// <summary>What a change of capital would break.</summary>
public enum CapitalFaultKind
{
    Subscribed,
    PaidIn,
    PaidInBeyondSubscribed,
    SumOutOfBounds,
}

/// <summary>A day on which a company's capital would not hold.</summary>
/// <param name="HeldFen">What the holder has on that day without the change, in fen.</param>
public sealed record CapitalFault(CapitalFaultKind Kind, Holder? Holder, DateOnly Date, long HeldFen)
{
    public Refusal AsRefusal() => Kind switch
    {
        CapitalFaultKind.SumOutOfBounds => Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))),
        CapitalFaultKind.PaidInBeyondSubscribed => Refusal.Of(RefusalCode.PaidInBeyondSubscribed, ("holder", Holder), ("date", VoucherRules.Text(Date))),
        _ => Refusal.Of(
            RefusalCode.CapitalNotHeld,
            ("holder", Holder), ("date", VoucherRules.Text(Date)), ("held", new Money(HeldFen)), ("what", Kind == CapitalFaultKind.Subscribed ? "subscribedFen" : "paidInFen")),
    };
}
