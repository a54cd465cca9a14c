using System.Text.RegularExpressions;

namespace VillageLedger.Tests;

/// <summary>A document of <c>docs/</c> as its sections with their tables.</summary>
internal static class Page
{
    /// <summary>Sections by heading, in order; what stands before the first has the heading "".</summary>
    public static IReadOnlyList<(string Heading, string Text)> Sections(string name)
    {
        var parts = Regex.Split(Resource.Text("docs/" + name), "^#{1,2} (.+)$", RegexOptions.Multiline);
        return [.. Enumerable.Range(0, parts.Length / 2).Select(i => (parts[2 * i + 1].Trim(), parts[2 * i + 2]))];
    }

    /// <summary>Rows of the tables of a section without heading and ruler; cells trimmed.</summary>
    public static IEnumerable<string[]> Rows(string section) => section.Split('\n').Where(line => line.StartsWith('|')).Where(line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).Where(row => row[0] is not ("field" or "code" or "word" or "stream" or "kind of value"));

    public static string Plain(string cell) => cell.Trim('`');

    /// <summary>Names in `code` within a text.</summary>
    public static IEnumerable<string> Names(string text) => Regex.Matches(text, "`([^`\n]+)`").Select(match => match.Groups[1].Value);
}
