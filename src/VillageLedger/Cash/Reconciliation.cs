namespace VillageLedger;

/// <summary>What one side has and the other has not yet (未达账项), with the sign of a statement.</summary>
/// <param name="Item">The line of the voucher or the number of the statement's line.</param>
public sealed record UnreachedItem(DateOnly Date, long Fen, string Item, string? Reference);

/// <summary>
/// The book of a bank account beside the bank's statement at a month's end (银行存款余额调节表), in fen. A line is reached when everything that it is matched with is dated by then; a cheque that is
/// cleared next month is unreached at the end of this one.
/// </summary>
/// <param name="StatementFen">Null when there is no statement.</param>
/// <param name="OnlyBank">On the statement, not in the book (银行已收付、账面未收付).</param>
/// <param name="OnlyBook">In the book, not on the statement (账面已收付、银行未收付).</param>
public sealed record Reconciliation(
    BankAccountRegistered Account, Month Month, long BookFen, long? StatementFen, IReadOnlyList<UnreachedItem> OnlyBank, IReadOnlyList<UnreachedItem> OnlyBook)
{
    public long AdjustedBookFen => BookFen + OnlyBank.Sum(item => item.Fen);

    public long? AdjustedStatementFen => StatementFen + OnlyBook.Sum(item => item.Fen);

    /// <summary>0 when nothing is left to be explained.</summary>
    public long? DifferenceFen => AdjustedBookFen - AdjustedStatementFen;

    public static Reconciliation Of(World world, Owner owner, BankAccountRegistered account, Month month)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(account);
        var (statement, end) = (world.Bank(owner, account.BankAccount), month.LastDay);
        var entries = MoneyBook.Entries(world, owner, account.Account, month);
        var reached = Reached(statement, entries, end);
        return new(
            account, month, MoneyBook.Opening(world, owner, account.Account) + entries.Sum(entry => entry.Fen), statement.BalanceOn(end),
            [.. statement.InOrder.Where(entry => entry.Line.Date <= end && !(statement.MatchOfLine.TryGetValue(entry.Number, out var match) && reached.Contains(match)))
                .Select(entry => new UnreachedItem(entry.Line.Date, entry.Line.AmountFen, $"#{entry.Number}", entry.Line.Reference))],
            [.. entries.Where(entry => !(statement.MatchOfVoucherLine.TryGetValue(entry.Place, out var match) && reached.Contains(match)))
                .Select(entry => new UnreachedItem(entry.Date, entry.Fen, entry.Shown, entry.Reference))]);
    }

    /// <summary>The matches of which every line is dated by the end.</summary>
    private static HashSet<VoucherId> Reached(BankStatement statement, List<BookEntry> entries, DateOnly end)
    {
        var places = entries.Select(entry => entry.Place).ToHashSet();
        return [.. statement.Matches.Values.Where(match => match.Lines.All(line => statement.Find(line)!.Line.Date <= end) && match.VoucherLines.All(places.Contains)).Select(match => match.Match)];
    }
}
