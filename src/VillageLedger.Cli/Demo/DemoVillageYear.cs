using System.Text;

namespace VillageLedger.Cli;

/// <summary>
/// An invented village's whole year as its centre keeps it, from an opening within 2024 to the closed December of 2025: contracts, asset cards, a grant, land compensation, a claim, bank statements,
/// corrections, the dividend of the year before, year's end. The requests stand in <c>village-year.jsonl</c>, one a line, as anybody could send them.
/// </summary>
internal static class DemoVillageYear
{
    public const string Name = "仁和村";

    /// <summary>A group of requests up to each closing.</summary>
    public static IEnumerable<IReadOnlyList<string>> Months()
    {
        var month = new List<string>();
        foreach (var request in Requests())
        {
            month.Add(request);
            if (!request.StartsWith("""{"request":"close-month",""", StringComparison.Ordinal)) continue;
            yield return month;
            month = [];
        }
    }

    private static IEnumerable<string> Requests()
    {
        using var stream = typeof(DemoVillageYear).Assembly.GetManifestResourceStream("demo/village-year.jsonl") ?? throw new InvalidOperationException("The year of a village is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
