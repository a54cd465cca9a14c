namespace VillageLedger;

/// <summary>A posted line on an account of cash or bank, with the sign of a statement: positive came in.</summary>
/// <param name="Reference">Number of the cheque, draft or bank's receipt.</param>
/// <param name="Reverses">The voucher that its voucher takes back in red.</param>
public sealed record BookEntry(VoucherLinePlace Place, DateOnly Date, long Fen, string? Reference, string Type, int Number, VoucherId? Reverses)
{
    /// <summary>As readers know it: <c>记-12#1 (v-17)</c>.</summary>
    public string Shown => $"{Type}-{Number}#{Place.Line} ({Place.Voucher})";
}

/// <summary>What the posted vouchers say of an account of cash or bank, line by line; never a projection.</summary>
internal static class MoneyBook
{
    /// <summary>The posted lines that an account carries, up to a month's end, by date and voucher.</summary>
    public static List<BookEntry> Entries(World world, Owner owner, AccountCode account, Month until)
    {
        var accounts = world.Accounts(owner);
        var carrier = accounts.Carrier(account);
        return [.. Balances.Lines(world, owner, until).Where(posted => accounts.Carrier(posted.Line.Account) == carrier)
            .Select(posted => new BookEntry(
                new(posted.Voucher, posted.Number), posted.Of.Content.Date, posted.Line.Debit - posted.Line.Credit, posted.Line.Settlement?.Number,
                posted.Of.Content.Type, posted.Of.Number, posted.Of.Content.Reverses))
            .OrderBy(entry => entry.Date).ThenBy(entry => entry.Number).ThenBy(entry => entry.Place.Voucher.Value, StringComparer.Ordinal).ThenBy(entry => entry.Place.Line)];
    }

    /// <summary>All posted lines that an account carries: the last month that can have any is the one after the earliest open month.</summary>
    public static List<BookEntry> Entries(World world, Owner owner, AccountCode account) =>
        world.Accounts(owner).IsOpen && world.IsComplete ? Entries(world, owner, account, MonthSituation.EarliestOpenOf(world, owner).Next) : [];

    /// <summary>What an account held when the book was opened, in fen.</summary>
    public static long Opening(World world, Owner owner, AccountCode account)
    {
        var accounts = world.Accounts(owner);
        var carrier = accounts.Carrier(account);
        return accounts.Opening.Where(line => accounts.Carrier(line.Account) == carrier).Sum(line => (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
    }

    /// <summary>What an account held at the end of a day by the posted vouchers, in fen.</summary>
    public static long BalanceOn(World world, Owner owner, AccountCode account, DateOnly date) =>
        Opening(world, owner, account) + Entries(world, owner, account, Month.Of(date)).Where(entry => entry.Date <= date).Sum(entry => entry.Fen);

    /// <summary>The months up to one in which something may still be posted.</summary>
    public static IEnumerable<Month> OpenMonths(World world, Owner owner, Month until)
    {
        var first = world.Accounts(owner).FirstMonth;
        return world.Accounts(owner).IsOpen && first <= until ? first.To(until).Where(month => !world.Book(owner, month).IsClosed) : [];
    }
}
