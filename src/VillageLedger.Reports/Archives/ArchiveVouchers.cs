using CsvHelper;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The posted vouchers of a period as CSV, a row for each line, in the order in which they were posted. Amounts in whole fen.</summary>
internal static class ArchiveVouchers
{
    /// <summary><c>account</c> is the one that the voucher names; <c>carrier</c> the lowest account that carries the line, as the ledgers have it.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "month", "date", "type", "number", "voucher", "kind", "position", "line", "summary", "account", "carrier", "name", "debitFen", "creditFen", "party", "project", "contract", "quantityThousandths", "unit",
        "settlementKind", "settlementNumber", "attachmentCount", "reverses", "corrects", "concernsMonth", "cause", "sourceNumber", "preparedBy", "reviewedBy", "cashier", "postedBy",
    ];

    public static async Task WriteAsync(Stream output, EventLog log, ArchiveBook book, ArchivePeriod period, long position, CancellationToken cancellation)
    {
        var months = book.Months.Where(stream => ArchiveBook.MonthOf(stream) is var month && month >= period.From && month <= period.To).ToList();
        var accounts = book.Accounts.At(period.From);
        var chart = book.Rules.Chart(period.Standard)!;
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true);
        csv.WriteHeader([.. Columns]);
        if (months.Count == 0) return;
        await foreach (var stored in log.ReadInOrderAsync(months, position, cancellation).ConfigureAwait(false))
        {
            if (FactReader.Read(stored).Fact is not VoucherPosted voucher) continue;
            for (var i = 0; i < voucher.Lines.Count; i++)
            {
                var carrier = accounts.Carrier(voucher.Lines[i].Account);
                foreach (var cell in Cells(stored, voucher, i, carrier, accounts.NameOf(chart, carrier)))
                {
                    if (cell is null) csv.WriteField("");
                    else csv.WriteField(cell);
                }

                csv.EndRecord();
            }
        }
    }

    private static object?[] Cells(StoredFact stored, VoucherPosted voucher, int index, AccountCode carrier, string name)
    {
        var line = voucher.Lines[index];
        return
        [
            ArchiveBook.MonthOf(stored.Stream).ToString(), ReportTime.Format(voucher.Date), voucher.Type, (long)voucher.Number, voucher.Voucher.Value, JournalText.Lower(voucher.Kind), stored.Position, (long)index + 1,
            line.Summary ?? voucher.Summary, line.Account.Value, carrier.Value, name, line.DebitFen, line.CreditFen, line.Party?.Address, line.Project, line.Contract, line.Quantity?.Thousandths, line.Quantity?.Unit,
            line.Settlement?.Kind, line.Settlement?.Number, (long)voucher.AttachmentCount, voucher.Reverses?.Value, voucher.Corrects?.Value, voucher.ConcernsMonth?.ToString(), voucher.Cause, voucher.SourceNumber,
            voucher.PreparedBy.Value, voucher.ReviewedBy.Value, voucher.Cashier?.Value, voucher.PostedBy.Value,
        ];
    }
}
