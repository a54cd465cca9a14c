using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>
/// A report as a page to be printed: A4, upright or across by its columns, the column heads on every sheet, who and when above, notes below. Ledgers have pages of their own:
/// <see cref="LedgerHtml"/>.
/// </summary>
public static class ReportHtml
{
    public static string Of(ReportTable table, PrintHeading heading, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(heading);
        var text = new PrintText(language);
        var title = Texts.Of("report." + table.Report, language);
        if (LedgerForm.IsLedger(table.Report)) return LedgerHtml.Of(table, heading, text, title);
        return StatementHtml.IsStatement(table)
            ? StatementHtml.Of(table, heading, text, title, table.Report == StatementHtml.BalanceSheet)
            : TableOf(table, heading, text, title);
    }

    private static string TableOf(ReportTable table, PrintHeading heading, PrintText text, string title)
    {
        var shown = table.Shown;
        var columns = shown.Select(i => new SheetColumn(text.HeadingOf(table.Report, table.Columns[i]), PrintText.IsNumber(table.Columns[i].Kind), table.Columns[i].Kind == CellKind.Text)).ToList();
        var rows = table.Rows.Select(row => TextsOf(row, blankZero: true)).ToList();
        var totals = table.Totals is { } sums ? TextsOf(sums, blankZero: false) : null;
        totals?[0] = text["total"];
        var layout = SheetLayout.Of(columns, totals is null ? rows : rows.Append(totals));
        var body = new StringBuilder();
        AppendHead(body, table, heading, text, title);
        AppendColumns(body, layout, columns.Select(column => column.Heading));
        foreach (var (row, cells) in table.Rows.Zip(rows)) AppendRow(body, "", row, cells);
        if (totals is not null) AppendRow(body, " class=\"sum\"", table.Totals!, totals);
        body.Append("</tbody></table>\n");
        AppendNotes(body, table, text);
        return Html.Document(text.Language, title, StyleOf(layout, RunningOf(table, heading, text, title)), body.ToString());

        string[] TextsOf(IReadOnlyList<object?> row, bool blankZero) => [.. shown.Select(i => text.CellOf(table.Columns[i], row[i], blankZero))];

        void AppendRow(StringBuilder output, string attribute, IReadOnlyList<object?> row, IReadOnlyList<string> cells)
        {
            output.Append("<tr").Append(attribute).Append('>');
            for (var i = 0; i < cells.Count; i++)
                output.Append(CultureInfo.InvariantCulture, $"<td class=\"{PrintText.ClassOf(table.Columns[shown[i]], row[shown[i]])}\">{Html.Escape(cells[i])}</td>");
            output.Append("</tr>\n");
        }
    }

    /// <summary>What stands at the foot of every sheet.</summary>
    internal static string RunningOf(ReportTable table, PrintHeading heading, PrintText text, string title) =>
        string.Join(" · ", new[] { heading.Organisation, title, heading.Subject, text.AsOf(table.AsOf) }.Where(part => part.Length > 0));

    /// <summary>The beginning of the table, down to its first row; the heads are repeated on every sheet.</summary>
    internal static void AppendColumns(StringBuilder body, SheetLayout layout, IEnumerable<string> headings) =>
        body.Append(CultureInfo.InvariantCulture, $"<table{(layout.IsTight ? " class=\"tight\"" : "")}><colgroup>").AppendJoin("", layout.Widths.Select(width => $"<col style=\"width:{Html.Millimetres(width)}\">"))
            .Append("</colgroup>\n<thead><tr>").AppendJoin("", headings.Select(heading => $"<th>{Html.Escape(heading)}</th>")).Append("</tr></thead>\n<tbody>\n");

    internal static void AppendNotes(StringBuilder body, ReportTable table, PrintText text)
    {
        foreach (var note in table.Notes) body.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Html.Escape(note)}</p>\n");
        if (table.Fingerprint is { } fingerprint) body.Append(CultureInfo.InvariantCulture, $"<p class=\"note small\">{Html.Escape(text["fingerprint", ("sha256", fingerprint.Sha256), ("program", fingerprint.Program)])}</p>\n");
    }

    internal static void AppendHead(StringBuilder body, ReportTable table, PrintHeading heading, PrintText text, string title)
    {
        var unit = table.Columns.Any(column => column.Kind == CellKind.Fen) ? text["unit"] : "";
        var organisation = heading.Organisation.Length > 0 ? text["organisation", ("name", heading.Organisation)] : "";
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Html.Escape(title)}</h1>\n<div class=\"line\"><span>{Html.Escape(organisation)}</span><span>{Html.Escape(heading.Subject)}</span><span>{Html.Escape(unit)}</span></div>\n");
        var heads = table.Head.Where(head => head.Cell is not null)
            .Select(head => text["labelled", ("label", ReportTable.HeadingOf(table.Report, head.Column, text.Language)), ("value", ReportTable.TextOf(head.Column, head.Cell, text.Language))]).ToList();
        if (heads.Count > 0) body.Append("<p class=\"heads\">").AppendJoin("", heads.Select(head => $"<span>{Html.Escape(head)}</span>")).Append("</p>\n");
    }

    internal static string StyleOf(SheetLayout layout, string running) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        @page {
          size: A4 {{(layout.IsAcross ? "landscape" : "portrait")}}; margin: 12mm 12mm 14mm;
          @bottom-left { content: {{Html.StyleString(running)}}; font: 7pt "Noto Sans CJK SC", sans-serif; color: #333; white-space: nowrap; overflow: hidden; width: 85%; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 7pt "Noto Sans CJK SC", sans-serif; color: #333; }
        }
        table { font-size: {{layout.Points}}pt; }
        .heads { margin: 1mm 0; }
        .heads span { display: inline-block; margin-right: 6mm; overflow-wrap: anywhere; }
        .note { margin: 1.5mm 0 0; }
        """);
}
