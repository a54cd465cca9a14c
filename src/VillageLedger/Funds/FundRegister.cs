using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>What a voucher does to a fund.</summary>
public enum FundStep
{
    /// <summary>A levy was resolved: the fund grows, and the money is owed.</summary>
    Approved,

    /// <summary>Money came in.</summary>
    Received,
    SpentOnAsset,
    SpentOnExpense,
    Returned,
}

/// <summary>One voucher of a fund; whether it counts, its month tells.</summary>
/// <param name="AmountFen">In fen, more than 0.</param>
public sealed record FundEntry(FundStep Step, VoucherId Voucher, DateOnly Date, long AmountFen, string? Purpose = null);

/// <summary>One fund of an owner.</summary>
public sealed record Fund(FundOpened Opened, ImmutableList<FundEntry> Entries, DateOnly? ClosedOn = null)
{
    public string Id => Opened.Fund;

    public bool IsLevy => Opened.Kind == FundKinds.Levy;
}

/// <summary>An owner's earmarked money (专项应付款, 一事一议资金). Folded from <c>funds/{owner}</c>.</summary>
public sealed record FundRegister(ImmutableDictionary<string, Fund> Funds)
{
    public static readonly FundRegister Empty = new(ImmutableDictionary<string, Fund>.Empty);

    /// <summary>Whether the owner keeps funds here: its earmarked money then moves through the register alone.</summary>
    public bool IsUsed => !Funds.IsEmpty;

    /// <summary>By their ids.</summary>
    public IEnumerable<Fund> InOrder => Funds.Values.OrderBy(fund => fund.Id, StringComparer.Ordinal);

    public Fund? Find(string fund) => Funds.GetValueOrDefault(fund);

    public FundRegister Evolve(Fact fact) => fact switch
    {
        FundOpened opened => With(new(opened, [])),
        FundReceived received => With(received.Fund, new(received.Step == "approved" ? FundStep.Approved : FundStep.Received, received.Voucher, received.Date, received.AmountFen)),
        FundSpent spent => With(spent.Fund, new(spent.Use == "asset" ? FundStep.SpentOnAsset : FundStep.SpentOnExpense, spent.Voucher, spent.Date, spent.AmountFen, spent.Purpose)),
        FundReturned returned => With(returned.Fund, new(FundStep.Returned, returned.Voucher, returned.Date, returned.AmountFen)),
        FundClosed closed => With(Funds[closed.Fund] with { ClosedOn = closed.Date }),
        _ => throw Fold.Unexpected(fact, this),
    };

    private FundRegister With(string id, FundEntry entry) => With(Funds[id] with { Entries = Funds[id].Entries.Add(entry) });

    private FundRegister With(Fund fund) => new(Funds.SetItem(fund.Id, fund));
}
