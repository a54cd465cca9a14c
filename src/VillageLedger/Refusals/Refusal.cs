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

    /// <summary>What happened, where, and what to do.</summary>
    public string Message(Language language) => Texts.Of("refusal." + StableCode, language, Values);

    public static string NameOf(RefusalCode code) => Regex.Replace(code.ToString(), "(?<!^)([A-Z])", "-$1").ToLowerInvariant();
}
