using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VillageLedger.Web;

/// <summary>A row of a table that names something in code: <c>| `lines[].account` | account | 借 or 贷 |</c>.</summary>
internal sealed record DescribedRow(string Name, string Value, string Meaning);

/// <summary>A section of a page of <c>docs</c>.</summary>
/// <param name="Summary">Its first paragraph, as plain text.</param>
internal sealed record DescribedSection(string Name, string Summary, IReadOnlyList<DescribedRow> Rows, IReadOnlyList<JsonNode> Examples);

/// <summary>The pages of <c>docs</c> that tests compare with the code: what they say of each request and report is said by the interface's description too.</summary>
internal static partial class DescribedPage
{
    public static IReadOnlyDictionary<string, DescribedSection> Of(string name)
    {
        using var stream = typeof(DescribedPage).Assembly.GetManifestResourceStream("docs/" + name) ?? throw new InvalidOperationException($"Resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return Heading().Split(reader.ReadToEnd().ReplaceLineEndings("\n")).Skip(1).Select(SectionOf).ToDictionary(section => section.Name, StringComparer.Ordinal);
    }

    private static DescribedSection SectionOf(string text)
    {
        var lines = text.Split('\n');
        var summary = string.Join(' ', lines.Skip(1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0 && line[0] is not ('|' or '`')));
        var rows = lines.Select(line => Row().Match(line)).Where(match => match.Success).Select(match => new DescribedRow(match.Groups[1].Value, Plain(match.Groups[2].Value), Plain(match.Groups[3].Value)));
        var examples = Example().Matches(text).SelectMany(match => match.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Parsed).OfType<JsonNode>();
        return new(lines[0].Trim(), Plain(summary), [.. rows], [.. examples]);
    }

    private static JsonNode? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Plain(string text) => Link().Replace(text, "$1").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `([^`]+)`[ †]*\|([^|]*)\|(.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
