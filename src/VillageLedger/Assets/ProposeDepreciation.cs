namespace VillageLedger;

/// <summary>
/// Prepares one voucher with the depreciation and amortisation of all of an owner's assets that is due up to a month and was not proposed: the month's own, and that of earlier months of the same year that were left
/// out. With a date in a later year it corrects the month's year: what would be expense goes through 未分配收益 in a village's book (<see cref="EarlierYear"/>).
/// </summary>
/// <param name="Month">The last month that is to be written off.</param>
/// <param name="Date">Of the voucher; the month's last day unless given.</param>
public sealed record ProposeDepreciation(string Id, UserId By, Owner Book, Month Month, DateOnly Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (id, by, book, month) = (fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"));
        var given = fields.OptionalDate("date");
        if (fields.Failed) return new ProposeDepreciation(id, by, book, month, default);
        var date = given ?? month.LastDay;
        if (date < month.FirstDay) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "date"), ("value", VoucherRules.Text(date)), ("expected", $"≥ {VoucherRules.Text(month.FirstDay)}")));
        return new ProposeDepreciation(id, by, book, month, date);
    }

    private bool IsCorrection => Date.Year > Month.Year;

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var assets = AssetBook.Of(world, Book);
        if (!assets.Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (CheckOrder(assets) is { } fault) return fault;
        var due = assets.Cards.SelectMany(card => card.DueThrough(Month).Select(month => (Card: card, Due: month))).ToList();
        if (due.Count == 0) return Refusal.Of(RefusalCode.NothingToDepreciate, ("book", Book), ("month", Month));
        if (!IsCorrection && due.Min(part => part.Due.Month) is var first && first.Year < Month.Year)
            return Refusal.Of(RefusalCode.DepreciationOfEarlierYear, ("from", first), ("december", new Month(Month.Year - 1, 12)));
        var decision = Proposals.One(world, this, Book, Voucher(world, assets.Accounts, due));
        return decision.Refusal is not null ? decision : assets.Guard(decision.And(Streams.Assets(Book), Proposed(due)), Date);
    }

    /// <summary>A month is proposed once and in order; a correction only adds what was left out.</summary>
    private Refusal? CheckOrder(AssetBook assets)
    {
        if (IsCorrection) return null;
        var standing = assets.Depreciation.Where(proposed => proposed.Date.Year == proposed.Month.Year).ToList();
        if (standing.Find(proposed => proposed.Month == Month) is { } same) return Refusal.Of(RefusalCode.DepreciationProposedAlready, ("month", Month), ("voucher", same.Voucher));
        return standing.Find(proposed => proposed.Month > Month) is { } later
            ? Refusal.Of(RefusalCode.DepreciationOutOfOrder, ("month", Month), ("later", later.Month), ("voucher", later.Voucher))
            : null;
    }

    private VoucherContent Voucher(World world, Accounts accounts, IReadOnlyCollection<(AssetCard Card, MonthOfDepreciation Due)> due)
    {
        var entries = new AssetEntries(world, accounts);
        var debits = Sums(due.Select(part => (ExpenseOf(world, accounts, entries, part.Due.Use), part.Due.Fen)));
        var credits = Sums(due.Select(part => (part.Card.ContraIn(accounts), part.Due.Fen)));
        var first = due.Min(part => part.Due.Month);
        var summary = $"计提{(first == Month ? $"{Month}" : $"{first}至{Month}")}折旧和摊销{(IsCorrection ? "（更正以前年度）" : "")}";
        var content = AssetEntries.Voucher(
            Date, summary, [.. debits.Select(sum => new VoucherLine(sum.Account, DebitFen: sum.Fen)), .. credits.Select(sum => new VoucherLine(sum.Account, CreditFen: sum.Fen))], $"depreciation:{Month}");
        return content with { Kind = IsCorrection ? VoucherKind.Correction : VoucherKind.Ordinary, ConcernsMonth = Month == Month.Of(Date) ? null : Month };
    }

    private AccountCode ExpenseOf(World world, Accounts accounts, AssetEntries entries, string use)
    {
        // A use that an earlier standard knew and this one does not is operating.
        var account = entries.OfUse(use) ?? entries.OfUse(AssetFields.Uses[0])!.Value;
        return IsCorrection ? EarlierYear.AccountOf(world, accounts, account) : account;
    }

    private static IEnumerable<(AccountCode Account, long Fen)> Sums(IEnumerable<(AccountCode Account, long Fen)> parts) =>
        parts.GroupBy(part => part.Account).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(part => part.Fen)));

    /// <summary>A part for each asset and use, with its first month.</summary>
    private DepreciationProposed Proposed(IEnumerable<(AssetCard Card, MonthOfDepreciation Due)> due) => new(
        Book, Month, Date, AsVoucher,
        [.. due.GroupBy(part => (part.Card.Asset, part.Due.Use)).Select(group => new DepreciationPart(group.Key.Asset, group.Min(part => part.Due.Month), group.Key.Use, group.Sum(part => part.Due.Fen)))]);
}
