using System.CommandLine;
using System.Globalization;

namespace VillageLedger.Catalog;

/// <summary>Options that take a whole number: what is none, or lies outside, is said in the reader's language.</summary>
internal static class WholeNumber
{
    /// <param name="invalid">What is said of anything else, given its text.</param>
    public static Option<int?> Of(string name, string description, Func<string, string> invalid, int min, int max, string help = "N") => new(name)
    {
        Description = description,
        Recursive = true,
        HelpName = help,
        CustomParser = given => Parse(TextOf(given), min, max) is { } value ? (int)value : Refuse<int?>(given, invalid),
    };

    public static Option<long?> OfPosition(string name, string description, Func<string, string> invalid) => new(name)
    {
        Description = description,
        Recursive = true,
        HelpName = "POSITION",
        CustomParser = given => Parse(TextOf(given), 0, long.MaxValue) is { } value ? value : Refuse<long?>(given, invalid),
    };

    private static long? Parse(string text, long min, long max) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : null;

    private static string TextOf(System.CommandLine.Parsing.ArgumentResult given) => given.Tokens.Count == 1 ? given.Tokens[0].Value : "";

    private static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult given, Func<string, string> invalid)
    {
        given.AddError(invalid(TextOf(given)));
        return default;
    }
}
