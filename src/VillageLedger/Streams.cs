namespace VillageLedger;

/// <summary>The names of the ledger's streams: what belongs together and is decided together.</summary>
public static class Streams
{
    public const string Rules = "rules";
    public const string DividendKind = "dividend";
    public const string VillageGroupKind = "village-group";

    public static string Village(string code) => "village/" + code;

    public static string Company(string code) => "company/" + code;

    public static string Party(string id) => "party/" + id;

    public static string Venture(string id) => "venture/" + id;

    public static string Dividend(string id) => DividendKind + "/" + id;

    public static string Member(string id) => "member/" + id;

    /// <summary>The share register of a village's cooperative.</summary>
    public static string Shares(string village) => "shares/" + village;

    /// <summary>An owner's claims (报账单).</summary>
    public static string Claims(Owner owner) => "claims/" + owner.Address;

    /// <summary>What auditors ask about an owner's books (疑点).</summary>
    public static string Questions(Owner owner) => "questions/" + owner.Address;

    /// <summary>Who approves what up to which amount: of an owner by its address, of a place by its prefix.</summary>
    public static string Approvals(string scope) => "approvals/" + scope;

    /// <summary>What an invoice was used for; the key is made of its issuer and number, or of its file's hash.</summary>
    public static string Invoice(string key) => "invoice/" + key;

    /// <summary>An owner's bank accounts, cashiers and cash counts.</summary>
    public static string Cash(Owner owner) => "cash/" + owner.Address;

    /// <summary>The statement of one bank account and what it was matched with.</summary>
    public static string Bank(Owner owner, string account) => $"bank/{owner.Address}/{account}";

    /// <summary>An owner's numbered forms: receipts and cheques.</summary>
    public static string Forms(Owner owner) => "forms/" + owner.Address;

    /// <summary>An owner's leases and other contracts.</summary>
    public static string Contracts(Owner owner) => "contracts/" + owner.Address;

    /// <summary>An owner's asset cards, land, forest and water.</summary>
    public static string Assets(Owner owner) => "assets/" + owner.Address;

    /// <summary>An owner's earmarked money (专项应付款, 一事一议资金).</summary>
    public static string Funds(Owner owner) => "funds/" + owner.Address;

    /// <summary>The thresholds that a place (prefix of the division code) has set.</summary>
    public static string Thresholds(string place) => "thresholds/" + place;

    /// <summary>Villages that are looked at together (片区, 联合, 结对).</summary>
    public static string VillageGroup(string id) => VillageGroupKind + "/" + id;

    /// <summary>A place is a prefix of the 12-digit division code: 6 digits a county, 9 a township.</summary>
    public static string Place(string prefix) => "place/" + prefix;

    public static string Accounts(Owner owner) => "accounts/" + owner.Address;

    public static string Book(Owner owner, Month month) => $"book/{owner.Address}/{month}";

    /// <summary>The first part of a stream's name: <c>book</c>, <c>accounts</c>, <c>rules</c> …</summary>
    public static string Kind(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var slash = stream.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? stream : stream[..slash];
    }

    /// <summary>The owner and month of a <c>book/…</c> stream.</summary>
    public static bool TryBook(string stream, out Owner owner, out Month month)
    {
        ArgumentNullException.ThrowIfNull(stream);
        owner = default;
        month = default;
        if (!stream.StartsWith("book/", StringComparison.Ordinal) || stream.Length < 5 + 9) return false;
        var last = stream.LastIndexOf('/');
        return last > 5 && Owner.TryParse(stream[5..last], out owner) && Month.TryParse(stream[(last + 1)..], out month);
    }
}
