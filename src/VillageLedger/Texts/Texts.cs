using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace VillageLedger;

/// <summary>The languages of the product: Chinese first, English beside it.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>The one place of every text that a user sees: the files in <c>Texts</c>, with the columns key, zh, en; values go in braces.</summary>
public static partial class Texts
{
    private static readonly string[] Files = ["texts", "cli", "reports", "statements", "statistics", "files", "history", "questions", "disclosure", "web", "access", "users"];

    private static readonly Lazy<FrozenDictionary<string, (string Zh, string En)>> All = new(Load);

    /// <summary>Every key there is.</summary>
    public static IEnumerable<string> Keys => All.Value.Keys;

    public static bool Has(string key) => All.Value.ContainsKey(key);

    public static string Of(string key, Language language, IReadOnlyDictionary<string, string>? values = null)
    {
        if (!All.Value.TryGetValue(key, out var text)) throw new KeyNotFoundException($"No text '{key}' in the folder Texts.");
        var message = language == Language.English ? text.En : text.Zh;
        if (values is null) return message;
        // In one pass: a value that itself holds braces (a name is anybody's text) is shown as it is.
        return Place().Replace(message, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));
    }

    public static string Of(string key, Language language, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in values) named[name] = value?.ToString() ?? "";
        return Of(key, language, named);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    private static FrozenDictionary<string, (string Zh, string En)> Load() =>
        Files.SelectMany(file => Resources.Rows($"texts/{file}.csv")).ToFrozenDictionary(row => row["key"], row => (row["zh"], row["en"]));
}
