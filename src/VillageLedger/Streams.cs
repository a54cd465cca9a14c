namespace VillageLedger;

/// <summary>The names of the ledger's streams: what belongs together and is decided together.</summary>
public static class Streams
{
    public const string Rules = "rules";
    public const string DividendKind = "dividend";

    public static string Village(string code) => "village/" + code;

    public static string Company(string code) => "company/" + code;

    public static string Party(string id) => "party/" + id;

    public static string Venture(string id) => "venture/" + id;

    public static string Dividend(string id) => DividendKind + "/" + id;

    public static string Member(string id) => "member/" + id;

    /// <summary>The share register of a village's cooperative.</summary>
    public static string Shares(string village) => "shares/" + village;

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
