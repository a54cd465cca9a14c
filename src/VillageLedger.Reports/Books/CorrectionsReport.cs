using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Corrections of a book: each original with its red, right, blue and difference vouchers, who made them, and what they did to each account, as known at a position. Of a period: those of which a voucher lies in it.
/// </summary>
public static class CorrectionsReport
{
    public const string Name = "corrections";

    private const string Net = "net";

    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("original", CellKind.Text), new("part", CellKind.Word), new("voucher", CellKind.Text, OnlyIfFilled: true), new("date", CellKind.Text, OnlyIfFilled: true), new("number", CellKind.Text, OnlyIfFilled: true),
        new("stage", CellKind.Word, OnlyIfFilled: true), new("account", CellKind.Text), new("name", CellKind.Text), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen),
        new("preparedBy", CellKind.Text, OnlyIfFilled: true), new("reviewedBy", CellKind.Text, OnlyIfFilled: true), new("postedBy", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="voucher">The original or one of its corrections; null: all.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner book, VoucherId? voucher, Period? period, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var (found, accounts, charts) = await new WorldAt(models, at.Position).AskAsync(
            world => (VoucherCorrections.Of(world, book), world.Accounts(book), world.Accounts(book).IsOpen ? world.Accounts(book).Eras.ToDictionary(era => era.FirstMonth, era => VoucherRules.ChartOf(world, era)) : null), cancellation).ConfigureAwait(false);
        if (charts is null) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", book)));
        var shown = found.Where(one => (voucher is null || one.Parts.Any(part => part.Id == voucher)) && (period is null || one.Parts.Any(part => IsIn(period, part)))).ToList();
        return new(Name, at, Columns, [.. shown.SelectMany(one => Rows(one, (account, month) => accounts.At(month).NameOf(charts[accounts.At(month).FirstMonth], account)))])
        {
            Subject = book.ToString(), Notes = [.. shown.Where(one => one.Missing is not null).Select(one => Texts.Of($"report.{Name}.{one.Missing}-missing", language, ("voucher", one.Original)))],
        };
    }

    private static bool IsIn(Period period, CorrectionPart part) => Month.Of(part.Voucher.Content.Date) is var month && month >= period.From && month <= period.To;

    private static IEnumerable<IReadOnlyList<object?>> Rows(VoucherCorrections one, Func<AccountCode, Month, string> nameOf)
    {
        foreach (var part in one.Parts)
        {
            var (voucher, content) = (part.Voucher, part.Voucher.Content);
            foreach (var line in content.Lines)
                yield return
                [
                    one.Original.Value, part.Part, part.Id.Value, content.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), voucher.Number == 0 ? null : $"{content.Type}-{voucher.Number}",
                    StageOf(voucher.Stage), line.Account.Value, nameOf(line.Account, Month.Of(content.Date)), line.Debit, line.Credit, voucher.PreparedBy.Value, voucher.ReviewedBy?.Value, voucher.PostedBy?.Value,
                ];
        }

        foreach (var (account, fen) in one.NetFen)
            yield return [one.Original.Value, Net, null, null, null, null, account.Value, nameOf(account, Month.Of(one.Parts[^1].Voucher.Content.Date)), Math.Max(0, fen), Math.Max(0, -fen), null, null, null];
    }

    private static string StageOf(VoucherStage stage) => stage switch
    {
        VoucherStage.Prepared => "prepared",
        VoucherStage.Returned => "returned",
        VoucherStage.Reviewed => "reviewed",
        VoucherStage.Posted => "posted",
        _ => throw new InvalidOperationException($"No word is known for {stage}."),
    };
}
