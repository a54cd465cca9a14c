namespace VillageLedger;

/// <summary>Makes the lines of a dividend's entries from the posting map of its kind of payer.</summary>
internal sealed class DividendLines(World world, Owner payer)
{
    private readonly PostingMap map = MapOf(world, payer);

    public static PostingMap MapOf(World world, Owner payer) =>
        PostingMap.Versions.InForce(world, payer.Kind == Owner.CompanyKind ? PostingMap.CompanyDividend : PostingMap.VillageDividend);

    /// <summary>The lines in the payer's book, one for each holder and amount; several payments to a holder keep a line each.</summary>
    public IReadOnlyList<VoucherLine> OfPayer(string entry, IReadOnlyCollection<HolderAmount> parts, long reserveFen = 0)
    {
        var accounts = world.Accounts(payer);
        if (!accounts.IsOpen) return [];
        var total = parts.Sum(part => part.AmountFen);
        var lines = new List<VoucherLine>(parts.Count + 1);
        foreach (var line in map.Of(entry, PostingMap.PayerBook, accounts.Standard!))
        {
            var account = accounts.Carrier(line.Account);
            if (line.Amount == "part") lines.AddRange(parts.Select(part => Line(line.Side, account, part.AmountFen, part.Holder)));
            else if ((line.Amount == "reserve" ? reserveFen : total) is not 0 and var fen) lines.Add(Line(line.Side, account, fen, null));
        }

        return lines;
    }

    /// <summary>Whether a holder keeps a book on a date. The opening of one that begins later holds what is owed.</summary>
    public bool HasBook(Owner holder, DateOnly date)
    {
        var accounts = world.Accounts(holder);
        return accounts.IsOpen && Month.Of(date) >= accounts.At(Month.Of(date)).FirstMonth;
    }

    /// <summary>The lines in a holder's book, by the standard that it is kept by.</summary>
    public IReadOnlyList<VoucherLine> OfHolder(string entry, Owner holder, long fen)
    {
        var accounts = world.Accounts(holder);
        if (!accounts.IsOpen) return [];
        return
        [
            .. map.Of(entry, PostingMap.HolderBook, accounts.Standard!)
                .Select(line => Line(line.Side, accounts.Carrier(line.Account), fen, line.Party.Length == 0 ? null : Holder.Of(payer))),
        ];
    }

    private static VoucherLine Line(Side side, AccountCode account, long fen, Holder? party) =>
        side == Side.Debit ? new(account, DebitFen: fen, Party: party) : new(account, CreditFen: fen, Party: party);
}
