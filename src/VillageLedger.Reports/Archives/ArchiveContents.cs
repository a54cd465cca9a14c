using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The table of contents of an archive: whose, of when, by which program, which files, and what is not in it and why.</summary>
internal sealed class ArchiveContents(Owner owner, LogMoment at, Identity ledger, ArchiveSources sources, IReadOnlyList<ArchivePeriod> periods)
{
    /// <summary>The form of archives; changes when a reader of this one could not read it any more.</summary>
    public const string Format = "village-ledger-archive.1";

    private readonly List<(string Path, Refusal Why)> leftOut = [];

    public Owner Owner => owner;

    public LogMoment At => at;

    public ArchiveSources Sources => sources;

    public IReadOnlyList<(string Path, Refusal Why)> LeftOut => leftOut;

    public void LeaveOut(string path, Refusal why) => leftOut.Add((path, why));

    public byte[] Json(IEnumerable<ArchivedFile> files)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("owner", owner.Address);
            json.WriteNumber("position", at.Position);
            if (at.RecordedAt is { } recorded) json.WriteString("recordedAt", ReportTime.Format(recorded));
            json.WriteString("origin", ledger.Origin);
            if (ledger.County is { } county) json.WriteString("county", county);
            json.WriteString("program", sources.Program);
            json.WriteString("language", sources.Language == Language.English ? "en" : "zh");
            json.WriteBoolean("names", sources.Names);
            WriteArray(json, "periods", periods, period => [("name", period.Name), ("from", period.From.ToString()), ("to", period.To.ToString()), ("standard", period.Standard)]);
            WriteFiles(json, files);
            WriteArray(json, "leftOut", leftOut, one => [("path", one.Path), ("code", one.Why.StableCode), ("message", one.Why.Message(sources.Language))]);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private void WriteFiles(Utf8JsonWriter json, IEnumerable<ArchivedFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteString("part", ArchivePart.Of(file.Path));
            json.WriteString("what", file.Title ?? ArchivePart.TextOf(ArchivePart.Of(file.Path), sources.Language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Func<T, IEnumerable<(string Name, string Value)>> members)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            foreach (var (member, value) in members(one)) json.WriteString(member, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
