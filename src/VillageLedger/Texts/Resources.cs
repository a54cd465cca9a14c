using System.Security.Cryptography;
using System.Text;

namespace VillageLedger;

/// <summary>The data that comes with the program: charts and texts, as CSV (RFC 4180, UTF-8, a heading row, <c>#</c> lines are remarks).</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Resource '{name}' is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>SHA-256 of a text, 64 lower-case hex digits: the name of an immutable version.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text with a hash among all that come with the program; null where none has it.</summary>
    public static string? TextOf(string hash) => ByHash.Value.GetValueOrDefault(hash);

    private static readonly Lazy<Dictionary<string, string>> ByHash = new(() =>
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in typeof(Resources).Assembly.GetManifestResourceNames()) texts[Hash(Text(name))] = Text(name);
        return texts;
    });

    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string name) => RowsOf(Text(name));

    public static IEnumerable<IReadOnlyDictionary<string, string>> RowsOf(string csv)
    {
        string[]? heading = null;
        foreach (var record in Records(csv))
        {
            if (heading is null)
            {
                heading = record;
                continue;
            }

            if (record.Length != heading.Length) throw new InvalidOperationException($"A row of a resource has {record.Length} cells instead of {heading.Length}: {record[0]}.");
            yield return heading.Zip(record).ToDictionary(cell => cell.First, cell => cell.Second);
        }
    }

    private static IEnumerable<string[]> Records(string csv)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
                else if (c == '"') quoted = false;
                else cell.Append(c);
            }
            else if (c == '"') quoted = true;
            else if (c == '#' && cells.Count == 0 && cell.Length == 0) i = csv.IndexOf('\n', i);
            else if (c is ',' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                if (cells.Count > 1 || cells[0].Length > 0) yield return [.. cells];
                cells.Clear();
            }
            else cell.Append(c);
        }
    }
}
