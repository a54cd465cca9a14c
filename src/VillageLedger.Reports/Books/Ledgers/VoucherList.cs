using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Which stages of vouchers are asked for.</summary>
public enum VoucherState
{
    /// <summary>Posted and unposted, not the discarded.</summary>
    All,
    Posted,
    Unposted,
    Discarded,
}

/// <summary>What vouchers are looked for.</summary>
/// <param name="Text">In a summary, an id, a number of another program, a project or a contract; letters of any case.</param>
/// <param name="Account">A line on this account or under it.</param>
/// <param name="MinFen">A line of at least this size, in fen, red or not.</param>
/// <param name="MaxFen">A line of at most this size; of the same line where both are given.</param>
public sealed record VoucherSearch(VoucherState State = VoucherState.All, string? Text = null, AccountCode? Account = null, Holder? Party = null, long? MinFen = null, long? MaxFen = null);

/// <summary>凭证列表: the vouchers of a period at any stage, a row for each, or for each of the lines that were looked for.</summary>
public static class VoucherList
{
    public const string Name = "voucher-list";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("month", CellKind.Text), new("date", CellKind.Text), new("type", CellKind.Text), new("number", CellKind.Count), new("state", CellKind.Word), new("kind", CellKind.Word), new("summary", CellKind.Text),
        new("amountFen", CellKind.Fen), new("attachmentCount", CellKind.Count), new("preparedBy", CellKind.Text), new("reviewedBy", CellKind.Text), new("postedBy", CellKind.Text), new("cashier", CellKind.Text, OnlyIfFilled: true),
        new("reverses", CellKind.Text, OnlyIfFilled: true), new("reversedBy", CellKind.Text, OnlyIfFilled: true), new("corrects", CellKind.Text, OnlyIfFilled: true), new("concernsMonth", CellKind.Text, OnlyIfFilled: true),
        new("cause", CellKind.Text, OnlyIfFilled: true), new("sourceNumber", CellKind.Text, OnlyIfFilled: true), new("voucher", CellKind.Text),
    ];

    public static readonly IReadOnlyList<ReportColumn> LineColumns =
    [
        new("month", CellKind.Text), new("date", CellKind.Text), new("type", CellKind.Text), new("number", CellKind.Count), new("state", CellKind.Word), new("kind", CellKind.Word), .. VoucherLines.Columns, new("voucher", CellKind.Text),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="lines">A row for each line that was looked for instead of each voucher.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner owner, Period? period, VoucherSearch search, bool lines = false, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(search.Account);
        var asked = book.SpanOf(period).Asked;
        // Unposted vouchers may lie in months that have no posting yet, but in none before the book or long after its last.
        var first = asked.From > book.Book.FirstMonth ? asked.From : book.Book.FirstMonth;
        var found = (await BookVouchers.ReadAsync(models.Facts, at.Position, owner, first.To(asked.To), cancellation).ConfigureAwait(false))
            .Where(voucher => IsWanted(voucher, search.State)).Select(voucher => (Voucher: voucher, Lines: LinesOf(book, voucher, search))).Where(found => found.Lines.Count > 0).ToList();
        return new(Name, at, lines ? LineColumns : Columns, lines ? await LineRowsAsync().ConfigureAwait(false) : found.ConvertAll(one => Cells(one.Voucher)), lines ? null : Totals()) { Subject = $"{owner} · {asked}" };

        async Task<List<IReadOnlyList<object?>>> LineRowsAsync()
        {
            var names = await book.NamesAsync(found.SelectMany(one => one.Lines).Select(line => line.Line.Party), persons, cancellation).ConfigureAwait(false);
            return [.. found.SelectMany(one => one.Lines.Select(line => (IReadOnlyList<object?>)[.. HeadOf(one.Voucher), .. VoucherLines.Cells(book, one.Voucher.Content, line.Number, line.Line, names), one.Voucher.Voucher.Value]))];
        }

        IReadOnlyList<object?> Totals() => [.. Columns.Select(column => column.Name switch
        {
            "amountFen" => found.Sum(one => one.Voucher.AmountFen),
            "attachmentCount" => found.Sum(one => (long)one.Voucher.Content.AttachmentCount),
            "number" => (long)found.Count,
            _ => (object?)null,
        })];
    }

    private static bool IsWanted(VoucherHistory voucher, VoucherState state) => state switch
    {
        VoucherState.All => voucher.Stage != VoucherStage.Discarded,
        VoucherState.Posted => voucher.Stage == VoucherStage.Posted,
        VoucherState.Unposted => voucher.IsUnposted,
        _ => voucher.Stage == VoucherStage.Discarded,
    };

    /// <summary>The lines that meet all that is asked of a line; none where the text is not in the voucher.</summary>
    private static List<(int Number, VoucherLine Line)> LinesOf(LedgerBook book, VoucherHistory voucher, VoucherSearch search)
    {
        var content = voucher.Content;
        var ofVoucher = search.Text is not { } text || Has(content.Summary, text) || Has(voucher.Voucher.Value, text) || Has(content.SourceNumber, text) || Has(content.Cause, text);
        return [.. content.Lines.Select((line, i) => (Number: i + 1, Line: line)).Where(one => (ofVoucher || Has(one.Line.Summary, search.Text!) || Has(one.Line.Project, search.Text!) || Has(one.Line.Contract, search.Text!))
            && (search.Account is not { } account || book.IsUnder(book.Book.Carrier(one.Line.Account), account))
            && (search.Party is null || one.Line.Party == search.Party)
            && !(Math.Abs(one.Line.Debit + one.Line.Credit) < search.MinFen) && !(Math.Abs(one.Line.Debit + one.Line.Credit) > search.MaxFen))];
    }

    private static bool Has(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<object?> HeadOf(VoucherHistory voucher) =>
    [
        voucher.Month.ToString(), ReportTime.Format(voucher.Content.Date), voucher.Content.Type, voucher.Number == 0 ? null : (long)voucher.Number, voucher.StageName, voucher.KindName,
    ];

    private static IReadOnlyList<object?> Cells(VoucherHistory voucher)
    {
        var content = voucher.Content;
        return
        [
            .. HeadOf(voucher), content.Summary, voucher.AmountFen, (long)content.AttachmentCount, voucher.PreparedBy.Value, voucher.ReviewedBy?.Value, voucher.PostedBy?.Value, voucher.Cashier?.Value,
            content.Reverses?.Value, voucher.ReversedBy?.Value, content.Corrects?.Value, content.ConcernsMonth?.ToString(), content.Cause, content.SourceNumber, voucher.Voucher.Value,
        ];
    }
}

/// <summary>The lines of a voucher as every report that shows them whole has them.</summary>
internal static class VoucherLines
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("line", CellKind.Count), new("summary", CellKind.Text), new("account", CellKind.Text), new("name", CellKind.Text), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen),
        new("party", CellKind.Text, OnlyIfFilled: true), new("partyName", CellKind.Text, OnlyIfFilled: true), new("project", CellKind.Text, OnlyIfFilled: true), new("contract", CellKind.Text, OnlyIfFilled: true),
        new("quantityThousandths", CellKind.Quantity, OnlyIfFilled: true), new("unit", CellKind.Text, OnlyIfFilled: true), new("settlementKind", CellKind.Word, OnlyIfFilled: true), new("settlementNumber", CellKind.Text, OnlyIfFilled: true),
        new("settlementDate", CellKind.Text, OnlyIfFilled: true), new("settlementPayee", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <summary>The account is the one that the voucher names, also where a detail carries it by now.</summary>
    public static IEnumerable<object?> Cells(LedgerBook book, VoucherContent content, int number, VoucherLine line, IReadOnlyDictionary<Holder, string> names) =>
    [
        (long)number, line.Summary ?? content.Summary, line.Account.Value, book.FullNameOf(line.Account)[(line.Account.Value.Length + 1)..], line.DebitFen, line.CreditFen,
        line.Party?.Address, line.Party is { } party ? names.GetValueOrDefault(party) : null, line.Project, line.Contract,
        line.Quantity?.Thousandths, line.Quantity?.Unit, line.Settlement?.Kind, line.Settlement?.Number, line.Settlement?.Date is { } settled ? ReportTime.Format(settled) : null, line.Settlement?.Payee?.Address,
    ];
}
