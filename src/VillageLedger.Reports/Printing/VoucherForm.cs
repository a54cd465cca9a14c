using System.Globalization;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A line of a voucher on paper.</summary>
/// <param name="Texts">摘要, 科目 and, where the voucher has a column for it, what else the line names.</param>
internal sealed record VoucherFormLine(IReadOnlyList<string> Texts, long? DebitFen, long? CreditFen);

/// <summary>What a voucher's sheet says, read from <see cref="VoucherReport"/>.</summary>
internal sealed class VoucherForm(ReportTable voucher)
{
    private static readonly string[] DetailColumns = ["project", "contract", "quantityThousandths", "settlementKind", "settlementNumber"];

    private static readonly string[] LinkHeads = ["reverses", "reversedBy", "corrects", "correctedBy", "concernsMonth", "sourceNumber", "voucher"];
    private static readonly (string Key, string? Head)[] Signers = [("chief", null), ("posted-by", "postedBy"), ("reviewed-by", "reviewedBy"), ("cashier", "cashier"), ("prepared-by", "preparedBy")];

    private readonly Dictionary<string, int> columns = voucher.Columns.Select((column, i) => (column.Name, i)).ToDictionary(column => column.Name, column => column.i);
    private readonly Dictionary<string, object?> head = voucher.Head.ToDictionary(head => head.Column.Name, head => head.Cell);

    public LogMoment AsOf => voucher.AsOf;

    public bool IsPosted => head["state"] is "posted";

    /// <summary>A reversal, or a difference taken down: its amounts are red.</summary>
    public bool IsRed => head["kind"] is "reversal" || TotalFen < 0;

    public long AttachmentCount => (long)head["attachmentCount"]!;

    /// <summary>凭证字号: <c>记-12</c>; the id before there is a number.</summary>
    public string Number => head["number"] is long number ? PostedVoucher.NumberOf((string)head["type"]!, (int)number) : $"{head["type"]}";

    public long TotalFen => (long)voucher.Totals![columns["debitFen"]]!;

    public long LargestFen => voucher.Rows.SelectMany(row => (object?[])[row[columns["debitFen"]], row[columns["creditFen"]]]).OfType<long>().Append(TotalFen).MaxBy(Math.Abs);

    /// <summary>Whether any line names a party, a project, a quantity or how money moved.</summary>
    public bool HasDetails => voucher.Rows.Any(row => row[columns["party"]] is not null || DetailColumns.Any(name => row[columns[name]] is not null));

    public string State(PrintText text) => ReportTable.WordOf(Column("state"), (string)head["state"]!, text.Language);

    public string Date(PrintText text)
    {
        var date = DateOnly.ParseExact((string)head["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text["date", ("year", date.Year), ("month", date.Month), ("day", date.Day), ("date", head["date"])];
    }

    public IEnumerable<string> Headings(PrintText text) =>
        new[] { text["summary"], text["account"], HasDetails ? text["details"] : null, text["debit"], text["credit"] }.OfType<string>();

    public IEnumerable<VoucherFormLine> Lines(PrintText text) => voucher.Rows.Select(row => new VoucherFormLine(
        [(string)row[columns["summary"]]!, $"{row[columns["account"]]} {row[columns["name"]]}", .. HasDetails ? (string[])[DetailsOf(row, text)] : []],
        row[columns["debitFen"]] as long?, row[columns["creditFen"]] as long?));

    /// <summary>会计主管 signs by hand: no fact says who heads the accounts. The others are the users of the facts.</summary>
    public IEnumerable<string> Signatures(PrintText text) =>
        Signers.Select(one => text[one.Key, ("user", one.Head is { } name ? head[name] ?? "" : "")]);

    /// <summary>What it takes back or corrects, by whom it was, and where it comes from.</summary>
    public IEnumerable<string> Links(PrintText text) =>
        LinkHeads.Where(name => head[name] is not null).Select(name => text["labelled", ("label", ReportTable.HeadingOf(voucher.Report, Column(name), text.Language)), ("value", head[name])]);

    private string DetailsOf(IReadOnlyList<object?> row, PrintText text)
    {
        var party = row[columns["partyName"]] ?? row[columns["party"]];
        var quantity = row[columns["quantityThousandths"]] is long thousandths ? $"{ReportTable.Decimals(thousandths)} {row[columns["unit"]]}" : null;
        var settlement = row[columns["settlementKind"]] is string kind ? $"{ReportTable.WordOf(voucher.Columns[columns["settlementKind"]], kind, text.Language)} {row[columns["settlementNumber"]]}".TrimEnd() : null;
        return string.Join("；", new[] { party as string, row[columns["project"]] as string, row[columns["contract"]] as string, quantity, settlement }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private ReportColumn Column(string name) => voucher.Head.Single(one => one.Column.Name == name).Column;
}
