namespace VillageLedger;

/// <summary>
/// Merges villages into one that stays, from a month on. Their books end; what they held at the end of the month before is taken over by one voucher in the book that stays, which this
/// request prepares and shows: assets, liabilities and equity, account by account and party by party. That voucher is neither discarded nor taken back.
/// </summary>
/// <param name="Into">The village that stays.</param>
/// <param name="Villages">Those that end.</param>
public sealed record MergeVillages(string Id, UserId By, string Into, IReadOnlyList<string> Villages, Month From, string Reason) : Request(Id, By)
{
    /// <summary>Begins the cause of the voucher that takes over.</summary>
    private const string CausePrefix = "merge:";

    private const int MaxVillages = 50;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new MergeVillages(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "into", RegisterVillage.CodeLength),
            ReadVillages(fields), fields.Value<Month>("from"), fields.Text("reason"));
    }

    private static IReadOnlyList<string> ReadVillages(Fields fields)
    {
        var villages = fields.Values<RequestId>("villages", MaxVillages).Select(village => village.Value).ToList();
        if (!fields.Failed && (villages.Count == 0 || villages.Exists(village => village.Length != RegisterVillage.CodeLength || !village.All(char.IsAsciiDigit))))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "villages"), ("value", string.Join(", ", villages)), ("expected", $"1–{MaxVillages} × 12 × 0–9")));
        return villages;
    }

    private Owner Book => Owner.Village(Into);

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        // All are asked for before the first is judged.
        foreach (var village in Villages.Append(Into)) _ = (world.Village(village), world.Accounts(Owner.Village(village)));
        var stays = world.Village(Into);
        if (!stays.IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Book));
        if (stays.Retired is { } retired) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Book), ("month", retired.From));
        if (Villages.Append(Into).GroupBy(village => village, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refusal.Of(RefusalCode.HolderTwice, ("holder", Streams.Village(twice.Key)));
        var endings = Villages.Select(village => new Ending(world, village, From)).ToList();
        foreach (var ending in endings)
            if ((ending.Check() ?? CheckBook(world, ending)) is { } fault) return fault.In(Owner.Village(ending.Village));
        var decision = TakeOver(world, endings, out var hasVoucher);
        if (decision.Refusal is not null) return decision;
        decision = endings.Aggregate(decision, (merged, ending) => ending.End(merged, Reason, Into));
        return hasVoucher ? decision.Showing() : decision;
    }

    /// <summary>Both books are kept by one standard, and the year's income and expense so far is in its result: it stays where it was earned.</summary>
    private Refusal? CheckBook(World world, Ending ending)
    {
        if (ending.Left is not { Count: > 0 } left) return null;
        var stays = world.Accounts(Book);
        if (!stays.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (stays.Standard != ending.Accounts.Standard) return Refusal.Of(RefusalCode.StandardsDiffer, ("standard", ending.Accounts.Standard), ("into", Book), ("other", stays.Standard));
        var chart = VoucherRules.ChartOf(world, ending.Accounts);
        var result = left.Where(balance => chart.RootOf(balance.Account) is { Class: AccountClass.Income or AccountClass.Expense }).ToList();
        return result.Count > 0 ? Refusal.Of(RefusalCode.ResultNotTransferred, ("accounts", Ending.Listed(result))) : null;
    }

    private Decision TakeOver(World world, IReadOnlyList<Ending> endings, out bool hasVoucher)
    {
        hasVoucher = false;
        var stays = world.Accounts(Book);
        if (!world.IsComplete) return Decision.Nothing;
        var lines = stays.IsOpen ? endings.SelectMany(ending => ending.Left.Select(balance => Line(stays, VoucherRules.ChartOf(world, stays), ending.Village, balance))).ToList() : [];
        hasVoucher = lines.Count > 0;
        if (!hasVoucher) return Decision.Of(Streams.Village(Into), Merged(null));
        var decision = Proposals.One(world, this, Book, new("记", From.FirstDay, VoucherKind.Ordinary, $"并入{string.Join("、", Villages)}的资产、负债和权益", lines, 0, Cause: CausePrefix + Into));
        return decision.Refusal is not null ? decision : decision.And(Streams.Village(Into), Merged(AsVoucher));
    }

    /// <summary>The books that ended hold nothing more: without the voucher that took them over, what they held would be in no book.</summary>
    internal static Refusal? CheckStands(VoucherId id, VoucherContent content) => content.Cause?.StartsWith(CausePrefix, StringComparison.Ordinal) == true
        ? Refusal.Of(RefusalCode.VoucherOfMerger, ("voucher", id))
        : null;

    private VillagesMerged Merged(VoucherId? voucher) => new(Into, Villages, From, Reason, voucher);

    /// <summary>A balance on the account of the same code; where the book that stays has none, on the next one above, or its first detail.</summary>
    private static VoucherLine Line(Accounts stays, Chart chart, string village, (AccountCode Account, Holder? Party, long Fen) balance)
    {
        var code = balance.Account.Value;
        while (code.Length > 3 && !stays.Has(chart, new(code))) code = code[..^1];
        var account = stays.Carrier(new(code));
        var requires = stays.Requires(account);
        return new(
            account,
            balance.Fen > 0 ? balance.Fen : null,
            balance.Fen < 0 ? -balance.Fen : null,
            $"并入 {village}",
            balance.Party ?? (requires.Contains("party") ? Holder.Of(Owner.Village(village)) : null),
            requires.Contains("project") ? village : null,
            requires.Contains("contract") ? village : null);
    }
}
