using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VillageLedger.Reports;

/// <summary>Something wrong with an archive.</summary>
/// <param name="Code">Stable; its text stands in the texts as <c>archive.fault.{code}</c>.</param>
public sealed record ArchiveFault(string Code, string Path, string Detail = "")
{
    public string Message(Language language) => Texts.Of("archive.fault." + Code, language, ("path", Path), ("detail", Detail));
}

/// <summary>What was found of an archive.</summary>
/// <param name="Owner">Null where its table of contents could not be read.</param>
public sealed record ArchiveChecked(string? Owner, long Position, int Files, int Vouchers, IReadOnlyList<ArchiveFault> Faults);

/// <summary>
/// Checks an archive by itself, without any database: that nothing was changed, is missing or was added, and that facts, vouchers and trial balances add up to each other.
/// </summary>
public sealed class ArchiveCheck
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly List<ArchiveFault> faults = [];

    private ArchiveCheck(ZipArchive zip) => this.zip = zip;

    /// <param name="archive">Can be sought in.</param>
    public static ArchiveChecked Read(Stream archive)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            return new ArchiveCheck(zip).Read();
        }
        catch (InvalidDataException fault)
        {
            return new(null, 0, 0, 0, [new("not-an-archive", "", fault.Message)]);
        }
    }

    private ArchiveChecked Read()
    {
        foreach (var entry in zip.Entries)
            if (!entries.TryAdd(entry.FullName, entry)) faults.Add(new("added", entry.FullName));
        var sums = ReadSums();
        foreach (var missing in sums.Keys.Where(path => !entries.ContainsKey(path))) faults.Add(new("missing", missing));
        foreach (var added in entries.Keys.Where(path => path != ArchivePart.Sums && !sums.ContainsKey(path))) faults.Add(new("added", added));
        foreach (var (path, sum) in sums.Where(sum => entries.ContainsKey(sum.Key)))
            if (HashOf(entries[path]) != sum) faults.Add(new("changed", path));
        // What was tampered with need not be a table of contents, or add up.
        if (faults.Count > 0) return new(null, 0, entries.Count, 0, faults);
        return ReadContents(sums);
    }

    private ArchiveChecked ReadContents(Dictionary<string, string> sums)
    {
        try
        {
            using var contents = JsonDocument.Parse(Bytes(ArchivePart.Contents));
            var root = contents.RootElement;
            var listed = root.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, file => (file.GetProperty("sha256").GetString(), file.GetProperty("bytes").GetInt64()));
            foreach (var path in sums.Keys.Where(path => path != ArchivePart.Contents && !listed.ContainsKey(path))) faults.Add(new("not-listed", path));
            foreach (var (path, (sha256, bytes)) in listed)
                if (!sums.TryGetValue(path, out var sum) || sum != sha256 || entries[path].Length != bytes) faults.Add(new("listed-otherwise", path));
            var owner = root.GetProperty("owner").GetString()!;
            var periods = root.GetProperty("periods").EnumerateArray().Select(PeriodOf).ToList();
            var vouchers = new ArchiveSums(Open, faults.Add).Check(owner, periods);
            return new(owner, root.GetProperty("position").GetInt64(), entries.Count, vouchers, faults);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            faults.Add(new("unreadable", ArchivePart.Contents, fault.Message));
            return new(null, 0, entries.Count, 0, faults);
        }
    }

    private static ArchivePeriod PeriodOf(JsonElement period) => new(
        period.GetProperty("name").GetString()!, MonthOf(period.GetProperty("from")), MonthOf(period.GetProperty("to")), period.GetProperty("standard").GetString()!);

    private static Month MonthOf(JsonElement text) => Month.TryParse(text.GetString()!, out var month) ? month : throw new FormatException(text.GetString());

    private Dictionary<string, string> ReadSums()
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!entries.ContainsKey(ArchivePart.Sums)) throw new InvalidDataException(ArchivePart.Sums);
        foreach (var line in Encoding.UTF8.GetString(Bytes(ArchivePart.Sums)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Length < 67 || line[64..66] != "  " || !sums.TryAdd(line[66..], line[..64])) faults.Add(new("unreadable", ArchivePart.Sums, line));
        return sums;
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (InvalidDataException)
        {
            // Compressed data that cannot be expanded any more were changed.
            return "";
        }
    }

    private Stream? Open(string path) => entries.GetValueOrDefault(path)?.Open();

    private byte[] Bytes(string path)
    {
        using var stream = entries[path].Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
