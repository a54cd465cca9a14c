using System.Text.Encodings.Web;
using System.Text.Json;

namespace VillageLedger.Cli;

/// <summary>One measured figure with its baseline of the same run.</summary>
/// <param name="PerSecond">Things a second, for rates.</param>
/// <param name="Milliseconds">For latencies.</param>
internal sealed record Measure(string Name, int? Callers, double? PerSecond, double? Milliseconds, double Baseline, double Ratio)
{
    /// <summary>Which of the latencies it is: so many in a hundred took no longer.</summary>
    public int Percentile { get; init; } = 99;

    public static Measure Rate(string name, int? callers, double rate, double baseline) => new(name, callers, rate, null, baseline, rate / baseline);

    /// <summary><c>{"measure","callers"?,"rate"|"p99Ms"|"p95Ms","baseline","ratio"}</c>.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("measure", Name);
            if (Callers is { } callers) json.WriteNumber("callers", callers);
            if (PerSecond is { } rate) json.WriteNumber("rate", Math.Round(rate));
            if (Milliseconds is { } time) json.WriteNumber(FormattableString.Invariant($"p{Percentile}Ms"), Math.Round(time, 3));
            json.WriteNumber("baseline", Math.Round(Baseline, 3));
            json.WriteNumber("ratio", Math.Round(Ratio, 3));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
