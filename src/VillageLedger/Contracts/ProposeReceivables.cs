namespace VillageLedger;

/// <summary>
/// Proposes one voucher that raises what the owner's contracts ask for in a month: the instalments that fall due in it, and those of earlier months of the book that are not raised yet. It is reviewed and posted like any
/// voucher; where it is discarded or taken back, its instalments can be raised again.
/// </summary>
/// <param name="Date">Of the voucher, within the month; its last day unless given.</param>
public sealed record ProposeReceivables(string Id, UserId By, Owner Book, Month Month, DateOnly? Date) : Request(Id, By)
{
    private const int MaxMonthsNamed = 6;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ProposeReceivables(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"), fields.OptionalDate("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (accounts, register) = (world.Accounts(Book), world.Contracts(Book));
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        var date = Date ?? Month.LastDay;
        if (Month.Of(date) != Month)
            return ScheduleFields.Invalid("date", VoucherRules.Text(date), $"{VoucherRules.Text(Month.FirstDay)} – {VoucherRules.Text(Month.LastDay)}");
        if (VoucherRules.CheckMonth(world, Book, date) is { } closed) return closed;
        if (register.Counting(world).FirstOrDefault(proposed => proposed.Month == Month) is { } before)
            return Refusal.Of(RefusalCode.ReceivablesAlreadyProposed, ("month", Month), ("voucher", before.Voucher));
        var unraised = register.Unraised(world, Book, Month).OrderBy(due => due.Contract.Id, StringComparer.Ordinal).ThenBy(due => due.Instalment.Number).ToList();
        if (unraised.Count == 0) return Refusal.Of(RefusalCode.NothingToRaise, ("book", Book), ("month", Month));
        var decision = Proposals.One(world, this, Book, Voucher(world, date, unraised));
        return decision.Refusal is not null
            ? decision
            : decision.And(Streams.Contracts(Book), new ReceivablesProposed(Book, Month, AsVoucher, [.. unraised.Select(due => Raised(due.Contract, due.Instalment))]));
    }

    private VoucherContent Voucher(World world, DateOnly date, IReadOnlyList<(Contract Contract, Instalment Instalment)> unraised)
    {
        var of = new ContractAccounts(world, Book);
        return new("记", date, VoucherKind.Ordinary, Summary(unraised), [.. unraised.SelectMany(due => of.Raised(due.Contract.Agreed, due.Instalment))], 0, Cause: $"receivables:{Month}");
    }

    /// <summary>Earlier months are named: whoever reviews the voucher sees what else is in it.</summary>
    private string Summary(IReadOnlyList<(Contract Contract, Instalment Instalment)> unraised)
    {
        var earlier = unraised.Select(due => Month.Of(due.Instalment.Due)).Where(month => month < Month).Distinct().Order().ToList();
        var named = string.Join('、', earlier.Take(MaxMonthsNamed)) + (earlier.Count > MaxMonthsNamed ? $"等{earlier.Count}个月" : "");
        return $"{Month.Year}年{Month.Number}月合同应收款" + (earlier.Count == 0 ? "" : $"（含{named}）");
    }

    private static RaisedInstalment Raised(Contract contract, Instalment instalment) => new(contract.Id, instalment.Number, instalment.Due, instalment.From, instalment.To, instalment.AmountFen);
}
