namespace VillageLedger;

/// <summary>
/// Matches lines of a statement with posted lines of its ledger account, several with several where need be: their sums agree to the fen, what came in being a debit. A posted line and the red one that
/// takes it back may be matched with each other alone: then the bank never saw either. A line that the bank has stays matched when its voucher is reversed; its red line then waits for the line that replaces it.
/// </summary>
public sealed record MatchStatement(
    string Id, UserId By, Owner Owner, string BankAccount, IReadOnlyList<int> Lines, IReadOnlyList<VoucherLinePlace> VoucherLines) : Request(Id, By)
{
    private const int MaxLines = 1_000;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var lines = fields.OptionalItems("lines", item => (int)item.Whole("line", 1, int.MaxValue), MaxLines) ?? [];
        var voucherLines = fields.OptionalItems("voucherLines", item => new VoucherLinePlace(item.Value<VoucherId>("voucher"), (int)item.Whole("line", 1, int.MaxValue)), MaxLines) ?? [];
        if (!fields.Failed && lines.Count + voucherLines.Count < 2)
            fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", voucherLines.Count == 0 ? "voucherLines" : "lines")));
        return new MatchStatement(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), lines, voucherLines);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var statement = world.Bank(Owner, BankAccount);
        if (world.Cash(Owner).Find(BankAccount) is not { Registered: var account }) return CashFields.BankAccountUnknown(Owner, BankAccount);
        var entries = MoneyBook.Entries(world, Owner, account.Account).ToDictionary(entry => entry.Place);
        if (!world.IsComplete) return Decision.Nothing;
        Int128 bank = 0, book = 0;
        foreach (var (i, line) in Lines.Index())
        {
            if (statement.Find(line) is not { } entry) return Refusal.Of(RefusalCode.StatementLineUnknown, ("line", line), ("bankAccount", BankAccount));
            if (statement.MatchOfLine.TryGetValue(line, out var taken)) return Refusal.Of(RefusalCode.StatementLineMatched, ("line", line), ("match", taken));
            if (Lines.Take(i).Contains(line)) return Refusal.Of(RefusalCode.StatementLineMatched, ("line", line), ("match", Id));
            bank += entry.Line.AmountFen;
        }

        foreach (var (i, place) in VoucherLines.Index())
        {
            if (!entries.TryGetValue(place, out var entry)) return Refusal.Of(RefusalCode.VoucherLineNotOfAccount, ("voucher", place.Voucher), ("line", place.Line), ("account", account.Account));
            if (statement.MatchOfVoucherLine.TryGetValue(place, out var taken)) return Refusal.Of(RefusalCode.VoucherLineMatched, ("voucher", place.Voucher), ("line", place.Line), ("match", taken));
            if (VoucherLines.Take(i).Contains(place)) return Refusal.Of(RefusalCode.VoucherLineMatched, ("voucher", place.Voucher), ("line", place.Line), ("match", Id));
            book += entry.Fen;
        }

        if (bank != book)
            return Refusal.Of(bank == -book ? RefusalCode.MatchSidesSwapped : RefusalCode.MatchSumsDiffer, ("statement", new Money((long)bank)), ("book", new Money((long)book)));
        return Decision.Of(Streams.Bank(Owner, BankAccount), new StatementMatched(Owner, BankAccount, AsVoucher, Lines, VoucherLines, By)).While(Streams.Cash(Owner));
    }
}
