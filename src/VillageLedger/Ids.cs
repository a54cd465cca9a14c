using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>
/// The id of a voucher: that of the request that prepared it, <c>[A-Za-z0-9._:-]{1,64}</c>, unique in the ledger. Vouchers that one request prepares in
/// several books at once are numbered after a slash, which no request's id holds: <c>a7/1</c>, <c>a7/2</c>; those that it proposes in one month of one book, and that are worked
/// on one by one from then on, after a tilde: <c>a7~1</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<VoucherId>))]
public readonly record struct VoucherId(string Value) : IText<VoucherId>
{
    public static string Expected => "[A-Za-z0-9._:-]{1,64}";

    /// <summary>The voucher with a number, from 1, among those that a request prepares.</summary>
    public static VoucherId Joint(string request, int number) => new($"{request}/{number}");

    /// <summary>The voucher with a number, from 1, among those that a request proposes in a month of a book.</summary>
    public static VoucherId Proposed(string request, int number) => new($"{request}~{number}");

    /// <summary>Whether it is one of several that a request prepared together and that only go together.</summary>
    public bool IsJoint => Value.Contains('/', StringComparison.Ordinal);

    /// <summary>The request that prepared it.</summary>
    public VoucherId Request => Value.AsSpan().IndexOfAny('/', '~') is >= 0 and var end ? new(Value[..end]) : this;

    public static bool TryParse([NotNullWhen(true)] string? text, out VoucherId value)
    {
        value = new(text ?? "");
        var end = text.AsSpan().IndexOfAny('/', '~');
        return end < 0 ? Ids.IsValid(text) : Ids.IsValid(text![..end]) && text.Length - end is > 1 and <= 6 && text[end + 1] != '0' && text.AsSpan(end + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    public override string ToString() => Value;
}

/// <summary>The id of a request, given by its caller: <c>[A-Za-z0-9._:-]{1,64}</c>, unique in the ledger.</summary>
public readonly record struct RequestId(string Value) : IText<RequestId>
{
    public static string Expected => "[A-Za-z0-9._:-]{1,64}";

    public static bool TryParse([NotNullWhen(true)] string? text, out RequestId value)
    {
        value = new(text ?? "");
        return Ids.IsValid(text);
    }

    public override string ToString() => Value;
}

/// <summary>An acting user's id; never reused, never a person's name. Two ids that differ in case only are one person's: a slip of the shift key makes no second pair of eyes.</summary>
[JsonConverter(typeof(TextConverter<UserId>))]
public readonly record struct UserId(string Value) : IText<UserId>
{
    public static string Expected => "[A-Za-z0-9._:-]{1,64}";

    /// <summary>What the id of a rule begins with that stands where a person would: no request is made by it.</summary>
    public const string RulePrefix = "rule:";

    public static bool TryParse([NotNullWhen(true)] string? text, out UserId value)
    {
        value = new(text ?? "");
        return Ids.IsValid(text);
    }

    public bool Equals(UserId other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    public override string ToString() => Value;
}

/// <summary>An account's code within one standard: digits only, a detail begins with its parent's code. The same code means different things in different standards.</summary>
[JsonConverter(typeof(TextConverter<AccountCode>))]
public readonly record struct AccountCode(string Value) : IText<AccountCode>, IComparable<AccountCode>
{
    public static string Expected => "[0-9]{3,24}";

    public const int MaxLength = 24;

    public static bool TryParse([NotNullWhen(true)] string? text, out AccountCode value)
    {
        value = new(text ?? "");
        return text is { Length: >= 3 and <= MaxLength } && text.All(char.IsAsciiDigit);
    }

    public int CompareTo(AccountCode other) => string.CompareOrdinal(Value, other.Value);

    public bool IsWithin(AccountCode ancestor) => Value.StartsWith(ancestor.Value, StringComparison.Ordinal);

    public override string ToString() => Value;
}

/// <summary>The alphabet of ids.</summary>
public static class Ids
{
    public const int MaxLength = 64;

    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');
}
