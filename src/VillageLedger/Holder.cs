using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>Whoever can hold a share, owe or be owed: <c>village/330110112201</c>, <c>company/…</c>, <c>venture/…</c>, <c>party/…</c>, <c>member/…</c>.</summary>
[JsonConverter(typeof(TextConverter<Holder>))]
public readonly record struct Holder : IText<Holder>
{
    public static string Expected => "village/… | company/… | venture/… | party/… | member/…";

    public const string PartyKind = "party";
    public const string MemberKind = "member";

    private static readonly string[] Kinds = [VillageLedger.Owner.VillageKind, VillageLedger.Owner.CompanyKind, VillageLedger.Owner.VentureKind, PartyKind, MemberKind];

    private Holder(string address) => Address = address;

    public string Address { get; }

    public string Kind => Address[..Address.IndexOf('/', StringComparison.Ordinal)];

    public string Code => Address[(Address.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static Holder Of(Owner owner) => new(owner.Address);

    /// <summary>The owner of books that an address is; null for parties and members, who keep none here.</summary>
    public Owner? Owner => VillageLedger.Owner.TryParse(Address, out var owner) ? owner : null;

    public static Holder Party(string id) => new(Streams.Party(id));

    public static Holder Member(string id) => new(Streams.Member(id));

    /// <summary>An address; an id without a kind means a party.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Holder value)
    {
        var address = text is null || text.Contains('/', StringComparison.Ordinal) ? text ?? "" : "party/" + text;
        value = new(address);
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Kinds.Contains(address[..slash]) && Ids.IsValid(address[(slash + 1)..]);
    }

    public override string ToString() => Address;
}

/// <summary>Whoever keeps books: <c>village/330110112201</c> (its cooperative), <c>company/91330110MA2XXXXXXX</c>, <c>venture/jiucun</c>.</summary>
[JsonConverter(typeof(TextConverter<Owner>))]
public readonly record struct Owner : IText<Owner>
{
    public static string Expected => "village/… | company/… | venture/…";

    public const string VillageKind = "village";
    public const string CompanyKind = "company";
    public const string VentureKind = "venture";

    private Owner(string address) => Address = address;

    public string Address { get; }

    public string Kind => Address[..Address.IndexOf('/', StringComparison.Ordinal)];

    public string Code => Address[(Address.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static Owner Village(string code) => new($"{VillageKind}/{code}");

    public static Owner Company(string code) => new($"{CompanyKind}/{code}");

    public static Owner Venture(string id) => new($"{VentureKind}/{id}");

    public static bool TryParse([NotNullWhen(true)] string? text, out Owner value)
    {
        value = new(text ?? "");
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && text![..slash] is VillageKind or CompanyKind or VentureKind && Ids.IsValid(text[(slash + 1)..]);
    }

    public override string ToString() => Address;
}
