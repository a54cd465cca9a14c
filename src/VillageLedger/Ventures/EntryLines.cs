namespace VillageLedger;

/// <summary>Makes the lines of an entry from the posting map of a venture's form.</summary>
internal sealed class EntryLines(World world, Venture venture)
{
    private readonly PostingMap map = PostingMap.Versions.InForce(world, venture.Form);

    private string Id => venture.Founded?.Venture ?? "";

    /// <summary>The venture, as the other side of what a holder enters.</summary>
    private Holder Counterpart => Holder.Of(Owner.Venture(Id));

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

    /// <summary>The lines in a holder's book, by the standard that it is kept by; each names the venture as its project. None where the entry does not reach it.</summary>
    /// <param name="ofEarlierYear">Income is corrected through 未分配收益 in a village's book, so that this year's stays untouched.</param>
    public IReadOnlyList<VoucherLine> OfHolder(string entry, Owner holder, IReadOnlyDictionary<string, long> amounts, bool ofEarlierYear = false, DateOnly? on = null)
    {
        if (!Reaches(entry, holder, on)) return [];
        var accounts = world.Accounts(holder);
        return
        [
            .. map.Of(entry, PostingMap.HolderBook, accounts.Standard!).Where(line => amounts.GetValueOrDefault(line.Amount) != 0)
                .Select(line => Line(holder, line, amounts[line.Amount], line.Party.Length == 0 ? null : Counterpart))
                .Select(line => line with { Account = ofEarlierYear ? EarlierYear.AccountOf(world, accounts, line.Account) : line.Account, Project = Id }),
        ];
    }

    /// <summary>Whether an entry makes lines in a holder's book: one that began with balances after the day of what is entered holds it in these.</summary>
    public bool Reaches(string entry, Owner holder, DateOnly? on = null)
    {
        var accounts = world.Accounts(holder);
        return accounts.IsOpen && map.Makes(entry, PostingMap.HolderBook)
            && !(on is { } day && accounts.At(Month.Of(day)) is { Opening.Count: > 0 } era && Month.Of(day) < era.FirstMonth);
    }

    /// <summary>Why a holder's book cannot take an entry that the form makes; null where it can, or makes none.</summary>
    public Refusal? Missing(string entry, Owner holder, DateOnly? on = null)
    {
        if (!map.Makes(entry, PostingMap.HolderBook)) return null;
        var accounts = world.Accounts(holder);
        if (accounts.IsOpen && !Reaches(entry, holder, on)) return null;
        if (!accounts.IsOpen) return holder.Kind == Owner.VillageKind ? Refusal.Of(RefusalCode.BookNotOpen, ("book", holder)) : null;
        return map.Of(entry, PostingMap.HolderBook, accounts.Standard!).Count > 0
            ? null
            : Refusal.Of(RefusalCode.PostingMapMissing, ("book", holder), ("entry", entry), ("form", venture.Form), ("standard", accounts.Standard));
    }

    /// <summary>What a detail account requires is given as far as it is known: the other side of the entry is the venture, and so is what it was agreed in.</summary>
    private VoucherLine Line(Owner owner, PostingLine line, long fen, Holder? party)
    {
        var accounts = world.Accounts(owner);
        var account = accounts.Carrier(line.Account);
        var requires = accounts.Requires(account);
        return new(
            account,
            line.Side == Side.Debit ? fen : null,
            line.Side == Side.Credit ? fen : null,
            Party: party ?? (requires.Contains("party") && owner != venture.Book ? Counterpart : null),
            Project: requires.Contains("project") ? Id : null,
            Contract: requires.Contains("contract") ? Id : null);
    }
}
