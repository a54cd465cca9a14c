namespace VillageLedger;

/// <summary>On which accounts of an owner's book its contracts stand, and the lines that their entries make.</summary>
internal sealed class ContractAccounts
{
    private const string Raise = "raise";

    private readonly World world;
    private readonly Owner owner;
    private readonly Accounts accounts;
    private readonly PostingMap map;

    public ContractAccounts(World world, Owner owner)
    {
        (this.world, this.owner) = (world, owner);
        accounts = world.Accounts(owner);
        map = PostingMap.Versions.InForce(world, PostingMap.OwnersContracts);
    }

    /// <summary>The account that a party's debt stands on.</summary>
    public AccountCode ReceivableOf(ContractSigned contract) => accounts.Carrier(contract.Receivable ?? AccountOf(contract, Side.Debit));

    public AccountCode IncomeOf(ContractSigned contract) => accounts.Carrier(contract.Account ?? AccountOf(contract, Side.Credit));

    /// <summary>The account that a deposit stands on.</summary>
    public AccountCode DepositAccount => accounts.Carrier(map.Of("receive-deposit", PostingMap.OwnerBook, accounts.Standard!).Single(line => line.Side == Side.Credit).Account);

    /// <summary>Whether a line on an account says something of what the party of a contract owes.</summary>
    public bool IsReceivable(ContractSigned contract, AccountCode account) =>
        (contract.Receivable is { } named && account.IsWithin(named)) || Receivables().Any(account.IsWithin);

    /// <summary>The lines that raise an instalment.</summary>
    public IEnumerable<VoucherLine> Raised(ContractSigned contract, Instalment instalment)
    {
        var summary = $"{contract.Contract} 第{instalment.Number}期（{VoucherRules.Text(instalment.From)}至{VoucherRules.Text(instalment.To)}）";
        yield return new(ReceivableOf(contract), DebitFen: instalment.AmountFen, Summary: summary, Party: contract.Party, Contract: contract.Contract);
        yield return new(IncomeOf(contract), CreditFen: instalment.AmountFen, Summary: summary, Party: contract.Party, Contract: contract.Contract);
    }

    /// <summary>The lines by which a deposit comes in.</summary>
    /// <param name="money">Where the money goes; the posting map's account unless given.</param>
    public IReadOnlyList<VoucherLine> DepositIn(ContractSigned contract, long fen, AccountCode? money) =>
        [.. map.Of("receive-deposit", PostingMap.OwnerBook, accounts.Standard!).Select(line => Line(line, contract, fen, money))];

    /// <summary>The lines by which a deposit goes back, a part of it set off against what the party owes.</summary>
    public IReadOnlyList<VoucherLine> DepositOut(ContractSigned contract, long fen, long offsetFen, AccountCode? money)
    {
        var lines = map.Of("return-deposit", PostingMap.OwnerBook, accounts.Standard!)
            .Select(line => (Line: line, Fen: line.Amount == "paid" ? fen - offsetFen : fen)).Where(pair => pair.Fen != 0).Select(pair => Line(pair.Line, contract, pair.Fen, money)).ToList();
        if (offsetFen != 0) lines.Add(new(ReceivableOf(contract), CreditFen: offsetFen, Party: contract.Party, Contract: contract.Contract));
        return lines;
    }

    private VoucherLine Line(PostingLine line, ContractSigned contract, long fen, AccountCode? money)
    {
        var isMoney = line.Party.Length == 0;
        var account = isMoney && money is { } named ? named : accounts.Carrier(line.Account);
        var party = isMoney ? null : (Holder?)contract.Party;
        var id = isMoney && !accounts.Requires(account).Contains("contract") ? null : contract.Contract;
        if (party is null && accounts.Requires(account).Contains("party")) party = contract.Party;
        return line.Side == Side.Debit ? new(account, DebitFen: fen, Party: party, Contract: id) : new(account, CreditFen: fen, Party: party, Contract: id);
    }

    private AccountCode AccountOf(ContractSigned contract, Side side)
    {
        var land = contract.Kind == "land-contracting" ? "-land" : "";
        return map.Of(Raise + (IsInternal(contract.Party) ? "-internal" : "") + land, PostingMap.OwnerBook, accounts.Standard!).Single(line => line.Side == side).Account;
    }

    private IEnumerable<AccountCode> Receivables() =>
        ((string[])[Raise, Raise + "-internal"]).SelectMany(entry => map.Of(entry, PostingMap.OwnerBook, accounts.Standard!)).Where(line => line.Side == Side.Debit).Select(line => line.Account);

    /// <summary>Members and groups of the village itself; other villages, ventures and companies are not (农村集体经济组织会计制度, 内部往来).</summary>
    private bool IsInternal(Holder party) => owner.Kind == Owner.VillageKind
        && (party.Kind == Holder.MemberKind ? world.Member(party.Code).Village == owner.Code : world.Holder(party).Kind is "member" or "group");
}
