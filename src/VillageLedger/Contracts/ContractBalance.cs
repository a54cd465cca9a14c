namespace VillageLedger;

/// <summary>What a party was to pay by a day, in fen.</summary>
/// <param name="Number">Of the instalment; 0 for what a voucher raised beside the schedule.</param>
public sealed record Charge(DateOnly Due, long Fen, int Number, VoucherId Voucher)
{
    /// <summary>What is not received of it: money goes to what was due first.</summary>
    public long UnpaidFen { get; init; }
}

/// <summary>What the books show of a contract on a day, by posted lines that name it on an account of receivables; in fen.</summary>
/// <param name="RaisedFen">Debits, less what corrections took back.</param>
/// <param name="ReceivedFen">Credits.</param>
/// <param name="CorrectedFen">What vouchers other than proposals took back of what was raised; within <paramref name="RaisedFen"/>.</param>
/// <param name="Charges">What was raised, by its day.</param>
public sealed record ContractBalance(long RaisedFen, long ReceivedFen, long CorrectedFen, IReadOnlyList<Charge> Charges)
{
    public static readonly ContractBalance None = new(0, 0, 0, []);

    /// <summary>What the party owes; negative where it paid ahead.</summary>
    public long ArrearsFen => RaisedFen - ReceivedFen;

    /// <summary>What it owes that was due before a day.</summary>
    public long OverdueFen(DateOnly date) => Charges.Where(charge => charge.Due < date).Sum(charge => charge.UnpaidFen);
}

/// <summary>Arrears of an owner's contracts, from the posted lines of its book.</summary>
public static class ContractBalances
{
    /// <summary>Each contract that is to be received, as posted on vouchers up to a day.</summary>
    public static IReadOnlyDictionary<string, ContractBalance> Of(World world, Owner owner, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(world);
        var register = world.Contracts(owner);
        if (register.Contracts.IsEmpty || !world.Accounts(owner).IsOpen) return new Dictionary<string, ContractBalance>();
        var accounts = new ContractAccounts(world, owner);
        var moves = new Dictionary<string, List<PostedLine>>(StringComparer.Ordinal);
        foreach (var posted in Balances.Lines(world, owner, LastMonth(world, owner, date)))
        {
            if (posted.Of.Content.Date > date || posted.Line.Contract is not { } id || register.Find(id) is not { IsReceivable: true } contract) continue;
            if (!accounts.IsReceivable(contract.Agreed, posted.Line.Account)) continue;
            if (!moves.TryGetValue(id, out var lines)) moves[id] = lines = [];
            lines.Add(posted);
        }

        var dues = register.Proposed.SelectMany(proposed => proposed.Instalments.Select(part => (proposed.Voucher, part))).ToLookup(pair => (pair.Voucher, pair.part.Contract), pair => pair.part);
        var chart = VoucherRules.ChartOf(world, world.Accounts(owner));
        return register.Contracts.Values.Where(contract => contract.IsReceivable)
            .ToDictionary(contract => contract.Id, contract => moves.TryGetValue(contract.Id, out var lines) ? Sum(contract.Id, lines, dues, chart) : ContractBalance.None);
    }

    /// <summary>The month up to which vouchers can lie: one beyond the earliest that is open, or the asked one where that is earlier.</summary>
    private static Month LastMonth(World world, Owner owner, DateOnly date)
    {
        var open = MonthSituation.EarliestOpenOf(world, owner).Next;
        return Month.Of(date) < open ? Month.Of(date) : open;
    }

    private static ContractBalance Sum(string contract, List<PostedLine> lines, ILookup<(VoucherId, string), RaisedInstalment> dues, Chart chart)
    {
        var charges = new List<Charge>();
        Int128 raised = 0, received = 0, corrected = 0;
        foreach (var voucher in lines.GroupBy(line => line.Voucher))
        {
            var content = voucher.First().Of.Content;
            Int128 debit = voucher.Sum(line => line.Line.Debit), credit = voucher.Sum(line => line.Line.Credit);
            // A correction swaps the sides (blue): it undoes a payment where money moves, else what was raised.
            if (content.Kind == VoucherKind.Correction)
                (debit, credit) = content.Lines.Any(line => chart.RootOf(line.Account)?.Role is AccountRole.Cash or AccountRole.Bank) ? ((Int128)0, credit - debit) : (debit - credit, (Int128)0);
            raised += debit;
            received += credit;
            var proposed = dues[(voucher.Key, contract)].ToList();
            if (proposed.Count > 0) charges.AddRange(proposed.Select(part => new Charge(part.Due, part.AmountFen, part.Number, voucher.Key)));
            else if (debit > 0) charges.Add(new(content.Date, (long)debit, 0, voucher.Key));
            // The red voucher of a proposal takes back a whole month, which is then raised again: it corrects nothing of the schedule.
            else if (debit < 0 && !(content.Reverses is { } reversed && dues.Contains((reversed, contract)))) corrected -= debit;
        }

        return new((long)raised, (long)received, (long)corrected, Unpaid(WithoutReversed(charges, lines), raised - received));
    }

    private static List<Charge> WithoutReversed(List<Charge> charges, List<PostedLine> lines)
    {
        var reversed = lines.Select(line => line.Of.Content.Reverses).OfType<VoucherId>().ToHashSet();
        return [.. charges.Where(charge => !reversed.Contains(charge.Voucher)).OrderBy(charge => charge.Due).ThenBy(charge => charge.Number)];
    }

    /// <summary>Money goes to what was due first, so what is owed is owed of the latest.</summary>
    private static List<Charge> Unpaid(List<Charge> charges, Int128 arrears)
    {
        for (var i = charges.Count - 1; i >= 0; i--)
        {
            var unpaid = Int128.Clamp(arrears, 0, charges[i].Fen);
            charges[i] = charges[i] with { UnpaidFen = (long)unpaid };
            arrears -= unpaid;
        }

        return charges;
    }
}
