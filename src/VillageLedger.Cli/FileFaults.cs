using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>The faults of an imported file, as text and as JSON.</summary>
internal static class FileFaults
{
    public static void WriteText(Words words, IEnumerable<ImportFault> faults)
    {
        foreach (var fault in faults)
        {
            var message = fault.Refusal.Message(words.Language);
            Console.WriteLine(fault.Row == 0 ? $"{fault.Refusal.StableCode}: {message}" : $"{fault.Refusal.StableCode}: {words["cli.import.row", ("row", fault.Row), ("message", message)]}");
        }
    }

    /// <summary>A result as one JSON object: what <paramref name="write"/> says of it, then the faults.</summary>
    public static string JsonOf(IEnumerable<ImportFault> faults, Language language, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteStartArray("faults");
            foreach (var fault in faults)
            {
                json.WriteStartObject();
                json.WriteNumber("row", fault.Row);
                json.WriteString("code", fault.Refusal.StableCode);
                json.WriteString("message", fault.Refusal.Message(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
