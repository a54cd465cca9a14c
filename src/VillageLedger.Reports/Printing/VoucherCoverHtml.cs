using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>凭证封面: what is bound behind it, for a month of one book. Vouchers are kept for 30 years (会计档案管理办法).</summary>
public static class VoucherCoverHtml
{
    private static readonly string[] Signatures = ["chief", "reviewed-by", "bound-by"];

    /// <param name="summary">Of <see cref="VoucherSummary"/>: how many vouchers, of which numbers, with how many attachments.</param>
    public static string Of(ReportTable summary, PrintHeading heading, Language language)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(heading);
        var text = new PrintText(language);
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<section class=\"page\">\n<h1>{Html.Escape(text["cover"])}</h1>\n<table class=\"cover\"><tbody>\n");
        foreach (var (label, value) in RowsOf(summary, heading, text)) body.Append(CultureInfo.InvariantCulture, $"<tr><th>{Html.Escape(label)}</th><td>{Html.Escape(value)}</td></tr>\n");
        body.Append("</tbody></table>\n<div class=\"line signatures\">").AppendJoin("", Signatures.Select(key => $"<span>{Html.Escape(text[key, ("user", "")])}</span>"))
            .Append(CultureInfo.InvariantCulture, $"<span>{Html.Escape(text["bound-on"])}</span></div>\n<p class=\"small\">{Html.Escape(text.AsOf(summary.AsOf))}</p>\n</section>\n");
        return Html.Document(language, text["cover"], VoucherHtml.Style + "\n" + Style, body.ToString());
    }

    private static IEnumerable<(string Label, string Value)> RowsOf(ReportTable summary, PrintHeading heading, PrintText text)
    {
        var head = summary.Head.ToDictionary(one => one.Column.Name, one => one.Cell);
        yield return (text["cover-organisation"], heading.Organisation);
        yield return (text["cover-month"], heading.Subject);
        yield return (text["cover-numbers"], head["numbers"] as string ?? "");
        yield return (text["cover-vouchers"], text["cover-count", ("count", head["vouchers"])]);
        yield return (text["cover-attachments"], text["cover-count", ("count", head["attachmentCount"])]);
        var debit = summary.Columns.Select((column, i) => (column.Name, i)).Single(column => column.Name == "debitFen").i;
        var fen = (long)summary.Totals![debit]!;
        yield return (text["cover-amount"], $"¥{new Money(fen)}　{CapitalAmount.Of(new(fen))}");
        yield return (text["cover-volume"], text["cover-volume-blank"]);
        yield return (text["cover-kept"], text["cover-kept-years"]);
    }

    private const string Style =
        """
        .cover { margin-top: 3mm; font-size: 11pt; }
        .cover th { width: 44mm; height: 12.5mm; font-weight: 400; }
        .cover td { padding: 0 3mm; }
        .signatures span { min-width: 40mm; }
        """;
}
