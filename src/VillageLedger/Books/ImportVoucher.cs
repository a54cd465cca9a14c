namespace VillageLedger;

/// <summary>
/// Takes over one voucher of a file, prepared or, with a reviewer, posted at once; its kind follows from its accounts. Made by importing, never read from JSON.
/// </summary>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="ReviewedBy">Who reviewed and posts it; null leaves it prepared.</param>
/// <param name="FirstOfMonth">How many vouchers of its month the file holds, on the first of them; 0 on the others.</param>
public sealed record ImportVoucher(string Id, UserId By, Owner Book, VoucherContent Content, string File, UserId? ReviewedBy, int FirstOfMonth) : Request(Id, By)
{
    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Book);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        var content = Content with { Kind = KindOf(VoucherRules.ChartOf(world, accounts)) };
        if (content.SourceNumber is { } number && world.Book(Book, Month.Of(content.Date)).Sources.TryGetValue((content.Type, number, content.Date), out var taken))
            return Refusal.Of(RefusalCode.ImportSourceTaken, ("number", $"{content.Type}-{number}"), ("taken", taken));
        if (ReviewedBy is not { } reviewer) return new PrepareVoucher(Id, By, Book, content).Decide(world);
        if (reviewer == By) return Refusal.Of(RefusalCode.ReviewByPreparer, ("voucher", Id), ("by", By));
        return Posting.PostImported(world, Book, AsVoucher, new(content, By, null, reviewer, VoucherStage.Reviewed), FirstOfMonth == 0 ? null : new VouchersImported(File, FirstOfMonth, By, reviewer));
    }

    /// <summary>A line of profit and loss against the year's result is a transfer; so is what moves the year's result on to its distribution.</summary>
    private VoucherKind KindOf(Chart chart)
    {
        var roots = Content.Lines.Select(line => chart.RootOf(line.Account)).ToList();
        var ofResult = roots.Exists(root => root is { Role: AccountRole.YearResult });
        return ofResult && (roots.Exists(root => root is { Class: AccountClass.Income or AccountClass.Expense }) || roots.TrueForAll(root => root is { Role: AccountRole.YearResult or AccountRole.Distribution }))
            ? VoucherKind.Transfer
            : VoucherKind.Ordinary;
    }
}
