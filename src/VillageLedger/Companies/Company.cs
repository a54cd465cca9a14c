using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A company (强村公司): its kind, who holds its capital, its contracts with managers and for works, its lines of business. Folded from <c>company/{code}</c>.</summary>
/// <param name="Kind">A word such as <c>asset-operation</c>; null until it is registered.</param>
public sealed record Company(bool IsKnown, string? Kind, DateOnly Founded, Capital Capital, BusinessLines Lines)
{
    public static readonly Company Unknown = new(false, null, default, Capital.None, BusinessLines.None);

    public ImmutableDictionary<string, ManagerContract> Managers { get; init; } = ImmutableDictionary<string, ManagerContract>.Empty;

    public ImmutableDictionary<string, WorksContract> Works { get; init; } = ImmutableDictionary<string, WorksContract>.Empty;

    /// <summary>Whether a contract of the company has this id, of whatever kind: a voucher line names it by that alone.</summary>
    public bool HasContract(string contract) => Managers.ContainsKey(contract) || Works.ContainsKey(contract);

    internal Registration Registration => new(IsKnown, Kind);

    /// <summary>Who had subscribed how much (认缴) on a day, in fen: above 0, by address.</summary>
    public IReadOnlyList<HolderAmount> SubscribedOn(DateOnly date) => Capital.SubscribedOn(date);

    /// <summary>Who had paid in how much (实缴) on a day, in fen: above 0, by address.</summary>
    public IReadOnlyList<HolderAmount> PaidInOn(DateOnly date) => Capital.PaidInOn(date);

    /// <summary>The registered capital (注册资本) on a day, in fen: all that was subscribed (公司法 art. 47).</summary>
    public long RegisteredCapitalOn(DateOnly date) => SubscribedOn(date).Sum(held => held.AmountFen);

    public Company Evolve(Fact fact) => fact switch
    {
        CompanyRegistered registered => this with
        {
            IsKnown = true,
            Kind = registered.Kind,
            Founded = registered.Founded,
            Capital = Capital.With([.. registered.Shareholders.Select(founder => new CapitalChange(founder.Holder, registered.Founded, founder.SubscribedFen, founder.PaidInFen))]),
        },
        CapitalSubscribed subscribed => this with { Capital = Capital.With(new CapitalChange(subscribed.Holder, subscribed.Date, subscribed.AmountFen, 0)) },
        CapitalPaidIn paid => this with { Capital = Capital.With(new CapitalChange(paid.Holder, paid.Date, 0, paid.AmountFen)) },
        CapitalTransferred moved => this with { Capital = Capital.With(CapitalChange.Of(moved)) },
        BusinessLineAdded added => this with { Lines = Lines.With(added) },
        ManagerAppointed appointed => this with { Managers = Managers.SetItem(appointed.Contract, ManagerContract.Of(appointed)) },
        ManagerContractEnded ended => this with { Managers = Managers.SetItem(ended.Contract, Managers[ended.Contract] with { Ended = ended.Date }) },
        ManagerSettled settled => this with { Managers = Managers.SetItem(settled.Contract, Managers[settled.Contract].With(settled)) },
        WorksAwarded awarded => this with { Works = Works.SetItem(awarded.Contract, new(awarded, 0, awarded.Date)) },
        WorksProgressRecorded done => this with { Works = Works.SetItem(done.Contract, Works[done.Contract] with { SettledFen = done.AmountFen, LastDate = done.Date }) },
        _ => throw Fold.Unexpected(fact, this),
    };
}
