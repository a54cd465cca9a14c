using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>An owner's leases and other contracts, and the vouchers that raised their receivables. Folded from <c>contracts/…</c>.</summary>
public sealed record ContractRegister(ImmutableSortedDictionary<string, Contract> Contracts, ImmutableList<ReceivablesProposed> Proposed)
{
    public static readonly ContractRegister Empty = new(ImmutableSortedDictionary.Create<string, Contract>(StringComparer.Ordinal), []);

    public Contract? Find(string contract) => Contracts.GetValueOrDefault(contract);

    public ContractRegister Evolve(Fact fact) => fact switch
    {
        ContractSigned signed => With(Contract.Of(signed)),
        ContractAmended amended => Changed(amended.Contract, fact, contract => contract.With(amended.Schedule, contract.FirstDayOf(amended.From), amended.To ?? contract.To)),
        ContractRenewed renewed => Changed(renewed.Contract, fact, contract => contract.With(renewed.Schedule, renewed.From, renewed.To)),
        ContractEnded ended => Changed(ended.Contract, fact, contract => contract.EndedOn(ended.Date)),
        ReceivablesProposed proposed => this with { Proposed = Proposed.Add(proposed) },
        DepositReceived received => Changed(received.Contract, fact, contract => contract with { DepositsReceived = contract.DepositsReceived.Add(received) }),
        DepositReturned returned => Changed(returned.Contract, fact, contract => contract with { DepositsReturned = contract.DepositsReturned.Add(returned) }),
        _ => throw Fold.Unexpected(fact, this),
    };

    /// <summary>The proposals whose vouchers count: neither discarded nor taken back.</summary>
    public IReadOnlyList<ReceivablesProposed> Counting(World world) => [.. Proposed.Where(proposed => !Proposals.IsVoid(world, proposed.Owner, proposed.Month, proposed.Voucher))];

    /// <summary>What counts as raised, by contract and number of the instalment.</summary>
    public IReadOnlyDictionary<(string Contract, int Number), (RaisedInstalment Instalment, ReceivablesProposed In)> Raised(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var raised = new Dictionary<(string, int), (RaisedInstalment, ReceivablesProposed)>();
        foreach (var proposed in Counting(world))
            foreach (var part in proposed.Instalments) raised[(part.Contract, part.Number)] = (part, proposed);
        return raised;
    }

    /// <summary>Instalments that fall due up to a month's end and are not raised. What fell due before the book began is in its opening.</summary>
    public IReadOnlyList<(Contract Contract, Instalment Instalment)> Unraised(World world, Owner owner, Month month)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (raised, first) = (Raised(world), world.Accounts(owner).FirstMonth);
        return
        [
            .. from contract in Contracts.Values
               where contract.IsReceivable
               from instalment in contract.Instalments
               where Month.Of(instalment.Due) >= first && Month.Of(instalment.Due) <= month && !raised.ContainsKey((contract.Id, instalment.Number))
               select (contract, instalment),
        ];
    }

    /// <summary>By how much each instalment was raised beyond what a contract asks for since it was ended, in fen; by number.</summary>
    public static IReadOnlyDictionary<int, long> RaisedBeyond(Contract contract, IReadOnlyDictionary<(string Contract, int Number), (RaisedInstalment Instalment, ReceivablesProposed In)> raised)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(raised);
        var asked = contract.Instalments.ToDictionary(part => part.Number, part => part.AmountFen);
        return raised.Where(pair => pair.Key.Contract == contract.Id).Select(pair => (pair.Key.Number, Fen: pair.Value.Instalment.AmountFen - asked.GetValueOrDefault(pair.Key.Number)))
            .Where(beyond => beyond.Fen > 0).ToDictionary(beyond => beyond.Number, beyond => beyond.Fen);
    }

    /// <summary>What is held of the deposit of a contract, in fen.</summary>
    public static long DepositHeld(World world, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(contract);
        return contract.DepositsReceived.Where(received => !Proposals.IsVoid(world, received.Owner, Month.Of(received.Date), received.Voucher)).Sum(received => received.AmountFen)
            - contract.DepositsReturned.Where(returned => !Proposals.IsVoid(world, returned.Owner, Month.Of(returned.Date), returned.Voucher)).Sum(returned => returned.AmountFen);
    }

    /// <summary>What of a deposit can go back: what came in by vouchers that are posted, less what goes back, posted or not; in fen.</summary>
    public static long DepositReturnable(World world, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(contract);
        return DepositHeld(world, contract)
            - contract.DepositsReceived.Where(received => world.Book(received.Owner, Month.Of(received.Date)).Find(received.Voucher) is { IsUnposted: true }).Sum(received => received.AmountFen);
    }

    private ContractRegister With(Contract contract) => this with { Contracts = Contracts.SetItem(contract.Id, contract) };

    private ContractRegister Changed(string contract, Fact fact, Func<Contract, Contract> change) => With(change(Find(contract) ?? throw Fold.Unexpected(fact, this)));
}
