namespace VillageLedger;

/// <summary>A voucher with its place in a correction.</summary>
/// <param name="Part"><c>original</c>, <c>red</c>, <c>new</c>, <c>blue</c> or <c>difference</c>.</param>
public sealed record CorrectionPart(string Part, VoucherId Id, Voucher Voucher);

/// <summary>A voucher that was taken back or corrected, or is to be, with everything that does so.</summary>
/// <param name="Parts">The original, then what takes it back or corrects it by date; discarded ones are none of it.</param>
/// <param name="NetFen">What the posted ones did to each account, debit positive, in fen; what came to nothing is left out.</param>
/// <param name="Missing">Of a red and a right voucher: which is not posted though the other is, <c>red</c> or <c>new</c>; else null.</param>
public sealed record VoucherCorrections(VoucherId Original, IReadOnlyList<CorrectionPart> Parts, IReadOnlyList<KeyValuePair<AccountCode, long>> NetFen, string? Missing)
{
    public const string OriginalPart = "original";
    public const string Red = "red";
    public const string New = "new";
    public const string Blue = "blue";
    public const string Difference = "difference";

    /// <summary>All of a book, in the order of the originals' dates and numbers.</summary>
    public static IReadOnlyList<VoucherCorrections> Of(World world, Owner book)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(book);
        if (!accounts.IsOpen) return [];
        // Those of a book that was converted since reach back into its earlier eras.
        var vouchers = accounts.Eras.First().FirstMonth.To(MonthCheck.EarliestOpen(world, book).Next).Select(month => world.Book(book, month)).ToList().SelectMany(month => month.Vouchers).ToDictionary();
        return
        [
            .. vouchers.Where(pair => pair.Value.Stage != VoucherStage.Discarded && (pair.Value.Content.Reverses ?? pair.Value.Content.Corrects) is not null)
                .GroupBy(pair => (pair.Value.Content.Reverses ?? pair.Value.Content.Corrects)!.Value).Where(group => vouchers.ContainsKey(group.Key))
                .Select(group => Of(accounts, group.Key, vouchers[group.Key], [.. group]))
                .OrderBy(corrections => corrections.Parts[0].Voucher.Content.Date).ThenBy(corrections => corrections.Parts[0].Voucher.Number).ThenBy(corrections => corrections.Original.Value, StringComparer.Ordinal),
        ];
    }

    private static VoucherCorrections Of(Accounts accounts, VoucherId id, Voucher original, List<KeyValuePair<VoucherId, Voucher>> others)
    {
        var hasRed = others.Exists(other => other.Value.Content.Reverses is not null);
        var parts = others.Select(other => new CorrectionPart(PartOf(original, other, hasRed), other.Key, other.Value))
            .OrderBy(part => part.Voucher.Content.Date).ThenBy(part => part.Id.Value, StringComparer.Ordinal).ToList();
        var (red, right) = (parts.Find(part => part.Part == Red), parts.Find(part => part.Part == New));
        var missing = right is null ? null
            : right.Voucher.Stage == VoucherStage.Posted && original.ReversedBy is null ? Red
            : right.Voucher.Stage != VoucherStage.Posted && red?.Voucher.Stage == VoucherStage.Posted ? New : null;
        var net = parts.Where(part => part.Voucher.Stage == VoucherStage.Posted)
            .SelectMany(part => part.Voucher.Content.Lines.Select(line => (Line: line, Account: accounts.At(Month.Of(part.Voucher.Content.Date)).Carrier(line.Account)))).GroupBy(each => each.Account, each => each.Line)
            .Select(lines => KeyValuePair.Create(lines.Key, lines.Aggregate(0L, (sum, line) => sum + line.Debit - line.Credit))).Where(balance => balance.Value != 0).OrderBy(balance => balance.Key);
        return new(id, [new(OriginalPart, id, original), .. parts], [.. net], missing);
    }

    /// <summary>Without a red one a right one is told from a difference by its number: it was proposed as the second of a pair.</summary>
    private static string PartOf(Voucher original, KeyValuePair<VoucherId, Voucher> other, bool hasRed)
    {
        if (other.Value.Content.Reverses is not null) return Red;
        if (other.Value.Content.Date.Year > original.Content.Date.Year) return Blue;
        return hasRed || other.Key == VoucherId.Proposed(other.Key.Request.Value, CorrectVoucher.NumberOfNew) ? New : Difference;
    }
}
