using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A voucher as it stands, whose it is and where.</summary>
/// <param name="State"><c>prepared</c>, <c>returned</c>, <c>reviewed</c>, <c>posted</c> or <c>discarded</c>.</param>
public sealed record WrittenVoucher(VoucherId Voucher, Owner Book, Month Month, string State, VoucherContent Content);

/// <summary>记账凭证: one voucher whole. Its lines are the rows; its number, signatures, attachments and links are the head.</summary>
public static class VoucherReport
{
    public const string Name = "voucher";

    public static readonly IReadOnlyList<ReportColumn> Columns = VoucherLines.Columns;

    public static readonly IReadOnlyList<ReportColumn> HeadColumns =
    [
        new("voucher", CellKind.Text), new("book", CellKind.Text), new("month", CellKind.Text), new("date", CellKind.Text), new("type", CellKind.Text), new("number", CellKind.Count), new("state", CellKind.Word), new("kind", CellKind.Word),
        new("attachmentCount", CellKind.Count), new("attachments", CellKind.Text), new("preparedBy", CellKind.Text), new("amendedBy", CellKind.Text), new("reviewedBy", CellKind.Text), new("postedBy", CellKind.Text), new("cashier", CellKind.Text),
        new("reason", CellKind.Text), new("reverses", CellKind.Text), new("reversedBy", CellKind.Text), new("corrects", CellKind.Text), new("correctedBy", CellKind.Text), new("concernsMonth", CellKind.Text),
        new("cause", CellKind.Text), new("sourceNumber", CellKind.Text), new("position", CellKind.Count), new("recordedAt", CellKind.Text),
    ];

    /// <exception cref="ReportRefusedException">There is no such voucher at the position.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, VoucherId voucher, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var (owner, found) = await FindAsync(models, at, voucher, cancellation).ConfigureAwait(false);
        var month = found.Month;
        var book = await LedgerBook.OpenAsync(models, at, owner, new(month, month), cancellation).ConfigureAwait(false);
        var names = await book.NamesAsync(found.Content.Lines.Select(line => line.Party), persons, cancellation).ConfigureAwait(false);
        var correctedBy = await CorrectedByAsync(book, models, month, cancellation).ConfigureAwait(false);
        return TableOf(book, found, names, [.. correctedBy[voucher]]);
    }

    /// <summary>What a voucher says, word for word: to be amended or copied.</summary>
    /// <exception cref="ReportRefusedException">There is no such voucher at the position.</exception>
    public static async Task<WrittenVoucher> WrittenAsync(ReadModels models, LogMoment at, VoucherId voucher, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var (owner, found) = await FindAsync(models, at, voucher, cancellation).ConfigureAwait(false);
        return new(voucher, owner, found.Month, found.StageName, found.Content);
    }

    /// <summary>The posted vouchers of a month by their type and number, to be printed.</summary>
    /// <exception cref="ReportRefusedException">The owner has no book at the position.</exception>
    public static async Task<IReadOnlyList<ReportTable>> ReadMonthAsync(
        ReadModels models, LogMoment at, Owner owner, Month month, Func<string, int, bool> wanted, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(wanted);
        var book = await LedgerBook.OpenAsync(models, at, owner, new(month, month), cancellation).ConfigureAwait(false);
        var posted = (await BookVouchers.ReadAsync(models.Facts, at.Position, owner, [month], cancellation).ConfigureAwait(false))
            .Where(one => one.Stage == VoucherStage.Posted && wanted(one.Content.Type, one.Number)).OrderBy(one => one.Content.Type, StringComparer.Ordinal).ThenBy(one => one.Number).ToList();
        if (posted.Count == 0) return [];
        var names = await book.NamesAsync(posted.SelectMany(one => one.Content.Lines).Select(line => line.Party), persons, cancellation).ConfigureAwait(false);
        var correctedBy = await CorrectedByAsync(book, models, month, cancellation).ConfigureAwait(false);
        return posted.ConvertAll(one => TableOf(book, one, names, [.. correctedBy[one.Voucher]]));
    }

    private static ReportTable TableOf(LedgerBook book, VoucherHistory found, IReadOnlyDictionary<Holder, string> names, IReadOnlyCollection<VoucherId> correctedBy)
    {
        var (lines, owner) = (found.Content.Lines, book.Owner);
        return new(Name, book.At, Columns, [.. lines.Select((line, i) => (IReadOnlyList<object?>)[.. VoucherLines.Cells(book, found.Content, i + 1, line, names)])],
            [.. Columns.Select(column => column.Name switch { "debitFen" => lines.Sum(line => line.Debit), "creditFen" => lines.Sum(line => line.Credit), _ => (object?)null })])
        {
            Subject = found.Number == 0 ? $"{owner} · {found.Voucher}" : $"{owner} · {found.Month} · {PostedVoucher.NumberOf(found.Content.Type, found.Number)}",
            Head = [.. HeadColumns.Zip(HeadOf(owner, found, correctedBy), (column, cell) => new ReportHead(column, cell))],
        };
    }

    private static async Task<(Owner Owner, VoucherHistory Found)> FindAsync(ReadModels models, LogMoment at, VoucherId voucher, CancellationToken cancellation)
    {
        if (await PlaceAsync(models.Log, at.Position, voucher, cancellation).ConfigureAwait(false) is not var (owner, month)) throw Unknown(voucher);
        // One that is not seen is as unknown as one that is not there.
        if (!await models.Facts.SeesAsync(Streams.Book(owner, month), cancellation).ConfigureAwait(false)) throw Unknown(voucher);
        var vouchers = await BookVouchers.ReadAsync(models.Facts, at.Position, owner, [month], cancellation).ConfigureAwait(false);
        return (owner, vouchers.FirstOrDefault(one => one.Voucher == voucher) ?? throw Unknown(voucher));
    }

    private static ReportRefusedException Unknown(VoucherId voucher) => new(Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", voucher)));

    private static IEnumerable<object?> HeadOf(Owner owner, VoucherHistory voucher, IReadOnlyCollection<VoucherId> correctedBy)
    {
        var content = voucher.Content;
        return
        [
            voucher.Voucher.Value, owner.Address, voucher.Month.ToString(), ReportTime.Format(content.Date), content.Type, voucher.Number == 0 ? null : (long)voucher.Number, voucher.StageName, voucher.KindName,
            (long)content.AttachmentCount, content.Attachments is { Count: > 0 } files ? string.Join("; ", files.Select(file => $"{file.Name} {file.Sha256}")) : null,
            voucher.PreparedBy.Value, voucher.AmendedBy?.Value, voucher.ReviewedBy?.Value, voucher.PostedBy?.Value, voucher.Cashier?.Value,
            voucher.Reason, content.Reverses?.Value, voucher.ReversedBy?.Value, content.Corrects?.Value, correctedBy.Count == 0 ? null : string.Join(", ", correctedBy), content.ConcernsMonth?.ToString(),
            content.Cause, content.SourceNumber, voucher.Position, voucher.RecordedAt is { } recorded ? ReportTime.Format(recorded) : null,
        ];
    }

    /// <summary>The book and month of a voucher, found by the facts of the request that prepared it: one request may prepare vouchers in several books.</summary>
    internal static async Task<(Owner Owner, Month Month)?> PlaceAsync(EventLog log, long position, VoucherId voucher, CancellationToken cancellation)
    {
        if (await log.FindRequestAsync(voucher.Request.Value, cancellation).ConfigureAwait(false) is not { } request) return null;
        await foreach (var fact in log.ReadAllAsync(request.FirstPosition - 1, Math.Min(request.LastPosition, position), cancellation).ConfigureAwait(false))
            if (Streams.TryBook(fact.Stream, out var owner, out var month) && FactReader.Read(fact).Voucher == voucher) return (owner, month);
        return null;
    }

    /// <summary>The posted vouchers that correct those of a month; they lie in that month or a later one.</summary>
    private static async Task<ILookup<VoucherId, VoucherId>> CorrectedByAsync(LedgerBook book, ReadModels models, Month month, CancellationToken cancellation)
    {
        // A voucher of books that were converted since is corrected in the new ones.
        var newest = await BookAt.FindAsync(models, book.At.Position, book.Owner, cancellation).ConfigureAwait(false);
        if ((newest?.LastMonth ?? book.Book.LastMonth) is not { } last) return Array.Empty<VoucherId>().ToLookup(one => one);
        var streams = month.To(last).Select(each => Streams.Book(book.Owner, each)).ToList();
        var corrections = await models.Facts.ReadHoldingAsync(streams, "voucher-posted.1", "corrects", book.At.Position, cancellation).ConfigureAwait(false);
        return corrections.Select(fact => (fact.Position, Posted: (VoucherPosted)FactTypes.Read(fact.Type, fact.Data.Span))).OrderBy(one => one.Posted.Date).ThenBy(one => one.Position)
            .ToLookup(one => one.Posted.Corrects!.Value, one => one.Posted.Voucher);
    }
}
