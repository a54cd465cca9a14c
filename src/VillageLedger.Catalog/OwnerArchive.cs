using System.Security.Cryptography;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Catalog;

/// <summary>An owner's books as a file, complete and in open formats: see docs/ARCHIVE.md.</summary>
/// <param name="damaged">Told the hash of an attachment that is not what it was. One damaged file does not withhold all others from their owner; it is named, here and in the table of contents.</param>
internal sealed class OwnerArchive(Words words, LedgerSession session, AttachmentStore store, Action<string> damaged)
{
    /// <param name="names">Whether the names of natural persons are in it.</param>
    /// <param name="output">Can be read and sought in.</param>
    /// <returns>What it holds, and its SHA-256.</returns>
    public async Task<(ArchiveMade Made, string Sha256)> WriteAsync(LogMoment at, Owner owner, bool names, Stream output, CancellationToken cancellation)
    {
        var reports = new ArchiveReports(words, session, at, owner, names);
        var sources = new ArchiveSources(words.Language, LedgerSession.Program, names, book => reports.ReadAsync(book, cancellation), FindAsync);
        var made = await ArchiveWriter.WriteAsync(session.Log, at, owner, output, sources, cancellation).ConfigureAwait(false);
        output.Position = 0;
        return (made, Convert.ToHexStringLower(await SHA256.HashDataAsync(output, cancellation).ConfigureAwait(false)));
    }

    private async Task<(byte[] Bytes, string Type)?> FindAsync(string sha256, CancellationToken cancellation)
    {
        if ((await store.FindAsync([sha256], cancellation).ConfigureAwait(false)).GetValueOrDefault(sha256) is not { } known) return null;
        try
        {
            return await store.GetAsync(sha256, cancellation).ConfigureAwait(false) is { } bytes ? (bytes, known.Type) : null;
        }
        catch (DamagedAttachmentException)
        {
            damaged(sha256);
            return null;
        }
    }
}
