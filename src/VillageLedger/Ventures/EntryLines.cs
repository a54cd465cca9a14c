namespace VillageLedger;

/// <summary>Makes the lines of an entry from the posting map of a venture's form.</summary>
internal sealed class EntryLines(World world, Venture venture)
{
    private readonly PostingMap map = PostingMap.Versions.InForce(world, venture.Form);

    /// <summary>The lines in the venture's book; an amount named <c>part</c> gives one line for each holder.</summary>
    /// <param name="amounts">Fen by the name of the amount; lines of 0 are left out.</param>
    public IReadOnlyList<VoucherLine> OfVenture(string entry, IReadOnlyDictionary<string, long> amounts, IReadOnlyList<AllocatedPart> parts, Holder? guarantor = null)
    {
        var lines = new List<VoucherLine>();
        foreach (var line in map.Of(entry, PostingMap.VentureBook, Standards.SmallEnterprise2013))
        {
            if (line.Amount == "part")
                lines.AddRange(parts.Where(part => part.PartFen != 0).Select(part => Line(venture.Book, line, part.PartFen, line.Party.Length == 0 ? null : part.Holder)));
            else if (amounts.GetValueOrDefault(line.Amount) is not 0 and var fen)
                lines.Add(Line(venture.Book, line, fen, line.Party switch { "guarantor" => guarantor, "holder" => parts[0].Holder, _ => null }));
        }

        return lines;
    }

    /// <summary>The lines in a holder's book, by the standard that it is kept by; each names the venture as its project.</summary>
    /// <param name="ofEarlierYear">Income is corrected through 未分配收益 in a village's book, so that this year's stays untouched.</param>
    public IReadOnlyList<VoucherLine> OfHolder(string entry, Owner holder, IReadOnlyDictionary<string, long> amounts, bool ofEarlierYear = false)
    {
        var accounts = world.Accounts(holder);
        if (!accounts.IsOpen) return [];
        var chart = VoucherRules.ChartOf(world, accounts);
        return
        [
            .. map.Of(entry, PostingMap.HolderBook, accounts.Standard!).Where(line => amounts.GetValueOrDefault(line.Amount) != 0)
                .Select(line => Line(holder, line, amounts[line.Amount], line.Party.Length == 0 ? null : Holder.Of(Owner.Venture(venture.Founded!.Venture))))
                .Select(line => line with { Account = ofEarlierYear ? EarlierYear.AccountOf(chart, accounts, line.Account) : line.Account, Project = venture.Founded!.Venture }),
        ];
    }

    /// <summary>Why a holder's book cannot take an entry that the form makes; null where it can, or makes none.</summary>
    public Refusal? Missing(string entry, Owner holder)
    {
        if (!map.Makes(entry, PostingMap.HolderBook)) return null;
        var accounts = world.Accounts(holder);
        if (!accounts.IsOpen) return holder.Kind == Owner.VillageKind ? Refusal.Of(RefusalCode.BookNotOpen, ("book", holder)) : null;
        return map.Of(entry, PostingMap.HolderBook, accounts.Standard!).Count > 0
            ? null
            : Refusal.Of(RefusalCode.PostingMapMissing, ("book", holder), ("entry", entry), ("form", venture.Form), ("standard", accounts.Standard));
    }

    private VoucherLine Line(Owner owner, PostingLine line, long fen, Holder? party)
    {
        var account = world.Accounts(owner).Carrier(line.Account);
        return line.Side == Side.Debit ? new(account, DebitFen: fen, Party: party) : new(account, CreditFen: fen, Party: party);
    }
}
