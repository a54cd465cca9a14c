using System.Security.Cryptography;

namespace VillageLedger.Requests;

/// <summary>A row of a bank's file.</summary>
/// <param name="Row">As a spreadsheet counts, from 1 with the heading.</param>
/// <param name="Payment">Of one that failed, account and reference may be "".</param>
/// <param name="Reason">Why it failed, as the bank says.</param>
public sealed record ReportedPayment(int Row, DividendPayment Payment, bool Succeeded, string? Reason);

/// <summary>What a bank's file of results holds.</summary>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hex digits.</param>
/// <param name="Payments">In the order of the file; none when there is any fault.</param>
/// <param name="Faults">All that is wrong, in order of rows; each names row, column and value, and the remedy.</param>
public sealed record PaymentFileContent(string Sha256, IReadOnlyList<ReportedPayment> Payments, IReadOnlyList<Refusal> Faults);

/// <summary>Reads what a bank reports on payments (.csv in UTF-8 or GB18030, .xlsx, .xls): holder, account, amount in yuan, reference, result. Pure; taken whole or not at all.</summary>
public static class PaymentFile
{
    /// <summary>Reads a file that is in memory. Never throws for what the file holds.</summary>
    /// <param name="name">The file's name; what it is, is told by its content first.</param>
    public static PaymentFileContent Read(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var faults = new List<Refusal>();
        var payments = new List<ReportedPayment>();
        if (VoucherFile.CheckSize(content.Length) is { } tooLarge) faults.Add(tooLarge);
        else if (VoucherFile.SheetOf(name, content, PaymentColumns.All, faults, null) is { } sheet) ReadRows(sheet, payments, faults);
        return new(sha256, faults.Count == 0 ? payments : [], faults);
    }

    private static void ReadRows(Sheet sheet, List<ReportedPayment> payments, List<Refusal> faults)
    {
        foreach (var row in sheet.Rows.Select(row => new PaymentRow(sheet.Headings, row, faults)))
            if (!row.IsTotal && row.Read() is { } payment) payments.Add(payment);
        if (payments.Count == 0 && faults.Count == 0) faults.Add(Refusal.Of(RefusalCode.ImportEmpty));
        if (payments.Count > PayDividends.MaxPayments) faults.Add(Refusal.Of(RefusalCode.ImportTooManyRows, ("row", payments[PayDividends.MaxPayments].Row), ("limit", PayDividends.MaxPayments)));
    }
}
