using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Tells which files are stored, by hash, with their type and size in bytes; what is not stored is left out.</summary>
public delegate Task<IReadOnlyDictionary<string, (string Type, long Bytes)>> StoredFiles(IReadOnlyCollection<string> hashes, CancellationToken cancellation);

/// <summary>The files that an owner's vouchers and claims name, as known at a position; and whether they are stored, as of now: storing a file is no fact.</summary>
public static class AttachmentsReport
{
    public const string Name = "attachments";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("of", CellKind.Word), new("id", CellKind.Text), new("date", CellKind.Text), new("name", CellKind.Text), new("sha256", CellKind.Text), new("issuer", CellKind.Text, OnlyIfFilled: true),
        new("number", CellKind.Text, OnlyIfFilled: true), new("type", CellKind.Text, OnlyIfFilled: true), new("bytes", CellKind.Count, OnlyIfFilled: true), new("stored", CellKind.Flag),
    ];

    /// <param name="period">Vouchers and claims of its months by their date; all unless given.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, StoredFiles stored, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(stored);
        var named = await new WorldAt(models, at.Position).AskAsync(world => NamedAttachment.Of(world, owner, period?.From, period?.To), cancellation).ConfigureAwait(false);
        var files = await stored([.. named.Select(file => file.Attachment.Sha256).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
        var rows = named.Select(file => Row(file, files.TryGetValue(file.Attachment.Sha256, out var found) ? found : null)).ToList();
        return new(Name, at, Columns, rows) { Subject = period is null ? owner.Address : $"{owner} · {period}" };
    }

    private static IReadOnlyList<object?> Row(NamedAttachment file, (string Type, long Bytes)? stored) =>
    [
        file.Source, file.Id, ReportTime.Format(file.Date), file.Attachment.Name, file.Attachment.Sha256, file.Attachment.Invoice?.Issuer, file.Attachment.Invoice?.Number, stored?.Type, stored?.Bytes, stored is not null,
    ];
}
