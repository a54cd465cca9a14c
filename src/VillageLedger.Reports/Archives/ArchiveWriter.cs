using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A report for an archive, or why there is none.</summary>
/// <param name="Path">Without the ending: <c>ledgers/2025/general-ledger</c>.</param>
public sealed record ArchivedReport(string Path, string Title, ReportTable? Table, Refusal? LeftOut);

/// <summary>A file that the owner's vouchers and claims name, by its content; null where it is not stored or is damaged.</summary>
public delegate Task<(byte[] Bytes, string Type)?> ArchivedAttachment(string sha256, CancellationToken cancellation);

/// <summary>What an archive is made of beside the log.</summary>
/// <param name="Program">Name and version.</param>
/// <param name="Reports">Every report of the owner's books; the book is null where it keeps none.</param>
/// <param name="Names">Whether names of natural persons are in it.</param>
public sealed record ArchiveSources(
    Language Language, string Program, bool Names, Func<ArchiveBook?, IAsyncEnumerable<ArchivedReport>> Reports, ArchivedAttachment Attachment);

/// <summary>What was archived.</summary>
public sealed record ArchiveMade(int Files, long Position, int LeftOut);

/// <summary>A complete archive of an owner's books in open formats, with a table of contents and checksums. The same ledger at the same position gives the same bytes.</summary>
public static class ArchiveWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="ReportRefusedException">Nobody is registered under the address at the position.</exception>
    public static async Task<ArchiveMade> WriteAsync(EventLog log, LogMoment at, Owner owner, Stream output, ArchiveSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(sources);
        var streams = await ArchiveStreams.OfAsync(log, owner, at.Position, cancellation).ConfigureAwait(false);
        if (!streams.Contains(owner.Address)) throw new ReportRefusedException(Refusal.Of(RefusalCode.OwnerUnknown, ("owner", owner)));
        var book = await ArchiveBook.FindAsync(log, owner, at.Position, streams, cancellation).ConfigureAwait(false);
        var contents = new ArchiveContents(owner, at, await log.IdentityAsync(cancellation).ConfigureAwait(false), sources, book?.Periods ?? []);
        using var zip = new ArchiveZip(output);
        await zip.AddAsync(ArchivePart.Readme, null, Utf8.GetBytes(ArchiveReadme.TextOf(contents))).ConfigureAwait(false);
        await zip.AddAsync(ArchivePart.Facts, null, stream => ArchiveFacts.WriteAsync(stream, log.ReadInOrderAsync(streams, at.Position, cancellation), cancellation)).ConfigureAwait(false);
        await WriteRulesAsync(zip, log, at.Position, cancellation).ConfigureAwait(false);
        if (book is not null) await WriteVouchersAsync(zip, log, owner, book, at.Position, cancellation).ConfigureAwait(false);
        await WriteReportsAsync(zip, sources.Reports(book), contents, cancellation).ConfigureAwait(false);
        await WriteAttachmentsAsync(zip, log, streams, at.Position, sources, contents, cancellation).ConfigureAwait(false);
        await zip.AddAsync(ArchivePart.Contents, null, contents.Json(zip.Files)).ConfigureAwait(false);
        await zip.AddAsync(ArchivePart.Sums, null, Utf8.GetBytes(SumsOf(zip.Files))).ConfigureAwait(false);
        return new(zip.Files.Count, at.Position, contents.LeftOut.Count);
    }

    /// <summary>In the form that <c>sha256sum -c</c> takes.</summary>
    private static string SumsOf(IEnumerable<ArchivedFile> files) => string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n"));

    /// <summary>Every version of a rule that was adopted so far, as its whole text: what reports of any time were made by.</summary>
    private static async Task WriteRulesAsync(ArchiveZip zip, EventLog log, long position, CancellationToken cancellation)
    {
        var adopted = new SortedSet<(string Kind, string Name, string Version)>();
        foreach (var stored in await log.ReadStreamAsync(Streams.Rules, toPosition: position, cancellation: cancellation).ConfigureAwait(false))
            if (FactTypes.Read(stored.Type, stored.Data.Span) is RulesAdopted rule) adopted.Add((rule.Kind, rule.Name, rule.Version));
        foreach (var (kind, name, version) in adopted)
            if (CarriedRules.TextOf(version) is { } text)
                await zip.AddAsync($"{ArchivePart.Rules}{ArchivePart.FileNameOf(kind)}/{ArchivePart.FileNameOf(name)}.{version[..12]}.csv", $"{kind} {name}", Utf8.GetBytes(text)).ConfigureAwait(false);
    }

    private static async Task WriteVouchersAsync(ArchiveZip zip, EventLog log, Owner owner, ArchiveBook book, long position, CancellationToken cancellation)
    {
        foreach (var period in book.Periods)
            await zip.AddAsync($"{ArchivePart.Vouchers}{period.Name}.csv", period.Months.ToString(), stream => ArchiveVouchers.WriteAsync(stream, log, book, period, position, cancellation)).ConfigureAwait(false);
        await zip.AddAsync(ArchivePart.Journal, "hledger", async stream =>
        {
            await using var text = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
            await JournalExport.WriteAsync(log, text, JournalFormat.Hledger, owner, position, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static async Task WriteReportsAsync(ArchiveZip zip, IAsyncEnumerable<ArchivedReport> reports, ArchiveContents contents, CancellationToken cancellation)
    {
        await foreach (var report in reports.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (report.Table is { } table)
            {
                await zip.AddAsync(report.Path + ".csv", report.Title, stream => Task.Run(() => ReportCsv.Write(stream, table), cancellation)).ConfigureAwait(false);
                await zip.AddAsync(report.Path + ".json", report.Title, stream => Task.Run(() => ReportJson.Write(stream, table), cancellation)).ConfigureAwait(false);
            }
            else if (report.LeftOut is { } refusal) contents.LeaveOut(report.Path, refusal);
        }
    }

    private static async Task WriteAttachmentsAsync(ArchiveZip zip, EventLog log, IReadOnlyList<string> streams, long position, ArchiveSources sources, ArchiveContents contents, CancellationToken cancellation)
    {
        var own = streams.Where(stream => Streams.Kind(stream) is "book" or "claims" or "questions").ToList();
        if (own.Count == 0) return;
        foreach (var sha256 in await log.TextsInAsync(own, "\"sha256\": ?\"([0-9a-f]{64})\"", position, cancellation).ConfigureAwait(false))
        {
            if (await sources.Attachment(sha256, cancellation).ConfigureAwait(false) is { } file) await zip.AddAsync($"{ArchivePart.Attachments}{sha256}.{file.Type}", null, file.Bytes).ConfigureAwait(false);
            else contents.LeaveOut(ArchivePart.Attachments + sha256, Refusal.Of(RefusalCode.FileUnknown, ("sha256", sha256)));
        }
    }
}
