namespace VillageLedger.Cli;

/// <summary>Which language a command answers in: <c>--lang</c>, else the locale; Chinese unless it is an English one.</summary>
internal static class Locale
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Language Of(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Count) return Parse(args[i + 1]);
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal)) return Parse(args[i]["--lang=".Length..]);
        }

        var locale = Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Parse(locale ?? "");
    }

    private static Language Parse(string text) => text.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Chinese;
}
