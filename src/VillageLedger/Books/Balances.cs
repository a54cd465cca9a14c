namespace VillageLedger;

/// <summary>A posted line with its voucher, as decisions see it.</summary>
/// <param name="Number">Of the line in its voucher, from 1.</param>
public readonly record struct PostedLine(VoucherId Voucher, Voucher Of, int Number, VoucherLine Line);

/// <summary>Balances of a book worked out from its opening and its vouchers, by the accounts of the era that the month belongs to; never from a projection.</summary>
internal static class Balances
{
    /// <summary>Balance of each lowest account at a month's end, in fen, debit positive.</summary>
    public static Dictionary<AccountCode, long> AtEndOf(World world, Owner owner, Month month)
    {
        var accounts = world.Accounts(owner).At(month);
        var balances = new Dictionary<AccountCode, long>();
        foreach (var line in accounts.Opening) Add(balances, accounts.Carrier(line.Account), (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
        foreach (var state in Months(world, owner, month))
            foreach (var (account, movement) in state.Movements) Add(balances, accounts.Carrier(account), movement.Debit - movement.Credit);
        return balances;
    }

    /// <summary>Balance of each lowest account and party at a month's end, in fen, debit positive; what names no party stands under null.</summary>
    public static Dictionary<(AccountCode Account, Holder? Party), long> ByParty(World world, Owner owner, Month month)
    {
        var accounts = world.Accounts(owner).At(month);
        var balances = new Dictionary<(AccountCode, Holder?), long>();
        foreach (var line in accounts.Opening) Add(balances, (accounts.Carrier(line.Account), line.Party), (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
        foreach (var posted in Lines(world, owner, month)) Add(balances, (accounts.Carrier(posted.Line.Account), posted.Line.Party), posted.Line.Debit - posted.Line.Credit);
        return balances;
    }

    /// <summary>Every posted line of a book's era up to a month's end, month by month, in no order within a month.</summary>
    public static IEnumerable<PostedLine> Lines(World world, Owner owner, Month month) =>
        from state in Months(world, owner, month)
        from voucher in state.Vouchers
        where voucher.Value.Stage == VoucherStage.Posted
        from line in voucher.Value.Content.Lines.Index()
        select new PostedLine(voucher.Key, voucher.Value, line.Index + 1, line.Item);

    /// <summary>The months of a book up to one, of its era only, all asked for before the first is judged.</summary>
    public static List<BookMonth> Months(World world, Owner owner, Month month)
    {
        var accounts = world.Accounts(owner).At(month);
        var first = accounts.FirstMonth;
        return accounts.IsOpen && first <= month ? [.. first.To(month).Select(each => world.Book(owner, each))] : [];
    }

    private static void Add<T>(Dictionary<T, long> balances, T key, long fen)
        where T : notnull => balances[key] = balances.GetValueOrDefault(key) + fen;
}
