using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>
/// A book goes on under another standard (新旧会计制度衔接): what stood in the old accounts at the end of the month before stands in the new ones from now on. Stream
/// <c>accounts/{owner}</c>. Holds all that follows from it: no crosswalk is needed to read it.
/// </summary>
/// <param name="From">The standard so far.</param>
/// <param name="To">The standard from now on.</param>
/// <param name="Month">The first month of the new books.</param>
/// <param name="Lines">Every balance, in one part or several: of each old account and party the parts sum to its balance.</param>
/// <param name="Accounts">The details of the new chart that are the owner's own, the first of each parent first.</param>
/// <param name="Crosswalk">The version of the crosswalk that it followed where nobody decided otherwise, 64 hex digits.</param>
public sealed record BookConverted(
    Owner Book, string From, string To, Month Month, IReadOnlyList<ConvertedLine> Lines, string Crosswalk, IReadOnlyList<ConvertedAccount>? Accounts = null) : Fact
{
    /// <summary>The opening of the new books: each new account and party once, with its net balance; none where that is zero.</summary>
    public IReadOnlyList<OpeningLine> Opening() =>
    [
        .. Lines.GroupBy(part => (part.ToAccount, part.ToParty)).Select(parts => (parts.Key, Fen: parts.Sum(part => part.Fen))).Where(balance => balance.Fen != 0)
            .OrderBy(balance => balance.Key.ToAccount).ThenBy(balance => balance.Key.ToParty?.Address ?? "", StringComparer.Ordinal)
            .Select(balance => new OpeningLine(balance.Key.ToAccount, balance.Key.ToParty, balance.Fen > 0 ? balance.Fen : null, balance.Fen < 0 ? -balance.Fen : null)),
    ];

    /// <summary>The one account of the new books that carries on what stood, or could have stood, on an old one with a party; null where there is none or are several.</summary>
    public AccountCode? AccountOf(AccountCode account, Holder? party)
    {
        var ofAccount = Lines.Where(line => line.Account == account).ToList();
        var targets = ofAccount.Where(line => line.Party == party).Select(line => line.ToAccount).DefaultIfEmpty().ToHashSet();
        if (targets.SetEquals([default])) targets = [.. ofAccount.Select(line => line.ToAccount)];
        if (targets.Count > 0) return targets.Count == 1 ? targets.Single() : null;
        return Accounts?.FirstOrDefault(detail => detail.From == account)?.Account ?? VillageLedger.Crosswalk.Versions.OfVersion(Crosswalk).Find(account);
    }
}

/// <summary>A part of an old account's balance, in fen on one side, and where it stands in the new books.</summary>
/// <param name="Account">The old lowest account.</param>
/// <param name="Party">Whose balance it was there.</param>
public sealed record ConvertedLine(AccountCode Account, AccountCode ToAccount, Holder? Party = null, Holder? ToParty = null, long? DebitFen = null, long? CreditFen = null)
{
    /// <summary>In fen, debit positive.</summary>
    [JsonIgnore]
    public long Fen => (DebitFen ?? 0) - (CreditFen ?? 0);
}

/// <summary>A detail account of an owner in the new chart.</summary>
/// <param name="From">The old account that it carries on; none for one that the conversion adds.</param>
public sealed record ConvertedAccount(AccountCode Account, string Name, AccountCode Parent, AccountCode? From = null, IReadOnlyList<string>? Requires = null)
{
    /// <summary>As if it had been added by itself.</summary>
    public AccountAdded Added(Owner owner) => new(owner, Account, Name, Parent, Requires);
}
