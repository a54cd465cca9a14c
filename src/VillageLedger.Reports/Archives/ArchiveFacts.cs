using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Facts as JSON lines, in the log's order, exactly as they are stored.</summary>
internal static class ArchiveFacts
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<StoredFact> facts, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(output, Options);
        await foreach (var fact in facts.WithCancellation(cancellation).ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteNumber("position", fact.Position);
            json.WriteString("stream", fact.Stream);
            json.WriteNumber("version", fact.Version);
            json.WriteString("type", fact.Type);
            json.WriteString("recordedAt", ReportTime.Format(fact.RecordedAt));
            json.WritePropertyName("data");
            json.WriteRawValue(fact.Data.Span);
            json.WritePropertyName("headers");
            json.WriteRawValue(fact.Headers.IsEmpty ? "{}"u8 : fact.Headers.Span);
            json.WriteEndObject();
            await json.FlushAsync(cancellation).ConfigureAwait(false);
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }
}
