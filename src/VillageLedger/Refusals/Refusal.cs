using System.Text.RegularExpressions;

namespace VillageLedger;

/// <summary>A request that cannot be carried out as it stands. A value, not an exception; nothing was changed.</summary>
/// <param name="Code">Stable for ever.</param>
/// <param name="Values">What the message names: line, column, account, amount …</param>
public sealed record Refusal(RefusalCode Code, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The code as users and checks see it: <c>voucher-unbalanced</c>.</summary>
    public string StableCode => NameOf(Code);

    public static Refusal Of(RefusalCode code, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in values) named[name] = value?.ToString() ?? "";
        return new(code, named);
    }

    /// <summary>The same about one of several vouchers: a line's number alone would not say whose line it is.</summary>
    public Refusal About(VoucherId voucher) => Values.ContainsKey("voucher") ? this : this with { Values = new Dictionary<string, string>(Values) { ["voucher"] = voucher.Value } };

    /// <summary>The same about one of several books: that it is this village's must be said.</summary>
    public Refusal In(Owner book) => Values.ContainsKey("book") ? this : this with { Values = new Dictionary<string, string>(Values) { ["book"] = book.Address } };

    /// <summary>What happened, where, and what to do.</summary>
    public string Message(Language language)
    {
        var key = "refusal." + StableCode;
        var message = Texts.Of(key, language, Values);
        if (IsUnsaid("voucher")) message = Texts.Of("refusal-of-voucher", language, ("voucher", Values["voucher"]), ("message", message));
        return IsUnsaid("book") ? Texts.Of("refusal-of-book", language, ("book", Values["book"]), ("message", message)) : message;

        bool IsUnsaid(string what) => Values.ContainsKey(what) && !Texts.Of(key, language).Contains($"{{{what}}}", StringComparison.Ordinal);
    }

    public static string NameOf(RefusalCode code) => Regex.Replace(code.ToString(), "(?<!^)([A-Z])", "-$1").ToLowerInvariant();
}
