using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>A ledger on A4 pages of a fixed number of rows: an account begins a page of its own, 过次页 and 承前页 lead from page to page, and sums are ours, not the browser's.</summary>
internal static class LedgerHtml
{
    private const double RowMm = 8;

    /// <summary>Lines of text in the place of one row, and in a cell at most: a longer text ends in an ellipsis, the voucher has all of it.</summary>
    private const int LinesOfRow = 2;
    private const int MostLines = 6;

    /// <summary>Of a page 210 or 297 mm high with 10 mm margins: what title (7 mm), the line below it (10 mm), column heads (9 mm) and foot (5 mm) leave.</summary>
    private const int RowsAcross = 19;
    private const int RowsUpright = 30;

    /// <summary>Notes are set in 9 pt with 1.5 mm above each.</summary>
    private const double NoteEmMm = 3.2;
    private const double NoteLineMm = 5.2;

    public static string Of(ReportTable table, PrintHeading heading, PrintText text, string title)
    {
        var form = new LedgerForm(table, text);
        var columns = form.Columns.Select(column => new SheetColumn(column.Heading, PrintText.IsNumber(table.Columns[column.Index].Kind), Wraps(table, column))).ToList();
        var layout = SheetLayout.Of(columns, table.Rows.Select(row => TextsOf(table, form, row, text)), across: table.Report != GeneralLedger.Name);
        var pages = new LedgerPages(table, form).Of(CapacityOf(table, layout), row => HeightOf(TextsOf(table, form, table.Rows[row], text), layout)).ToList();
        var body = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            AppendHead(body, table, form, heading, text, title, page);
            ReportHtml.AppendColumns(body, layout, columns.Select(column => column.Heading));
            if (page.BroughtForward is { } brought) AppendRow(brought);
            foreach (var row in page.Rows) AppendRow(table.Rows[row]);
            if (page.CarriedForward is { } carried) AppendRow(carried);
            body.Append("</tbody></table>\n");
            if (i == pages.Count - 1) ReportHtml.AppendNotes(body, table, text);
            body.Append(CultureInfo.InvariantCulture, $"<footer class=\"line small\"><span>{Html.Escape(text.AsOf(table.AsOf))}</span><span>{Html.Escape(text["page", ("page", i + 1), ("pages", pages.Count)])}</span></footer>\n</section>\n");
        }

        if (pages.Count == 0) body.Append(CultureInfo.InvariantCulture, $"<section class=\"page\"><h1>{Html.Escape(title)}</h1><p>{Html.Escape(text["nothing"])}</p></section>\n");
        return Html.Document(text.Language, title, StyleOf(layout), body.ToString());

        void AppendRow(IReadOnlyList<object?> row)
        {
            var cells = TextsOf(table, form, row, text);
            body.Append(CultureInfo.InvariantCulture, $"<tr class=\"{(IsLine(row, form) ? "" : "sum")}\" style=\"height:{Html.Millimetres(RowMm * HeightOf(cells, layout))}\">");
            for (var i = 0; i < cells.Length; i++)
            {
                var (column, em) = (table.Columns[form.Columns[i].Index], layout.EmOf(i));
                body.Append(CultureInfo.InvariantCulture, $"<td class=\"{PrintText.ClassOf(column, row[form.Columns[i].Index])}\">{Html.Escape(TextWidth.Cut(cells[i], em, MostLines))}</td>");
            }

            body.Append("</tr>\n");
        }
    }

    /// <summary>Notes stand on the last page, whichever rows it has.</summary>
    private static int CapacityOf(ReportTable table, SheetLayout layout)
    {
        var lines = table.Notes.Sum(note => TextWidth.Lines(note, (layout.IsAcross ? SheetLayout.AcrossMm : SheetLayout.UprightMm) / NoteEmMm));
        return (layout.IsAcross ? RowsAcross : RowsUpright) - (int)Math.Ceiling(lines * NoteLineMm / RowMm);
    }

    private static int HeightOf(string[] cells, SheetLayout layout) =>
        (Math.Min(MostLines, cells.Select((cell, i) => TextWidth.Lines(cell, layout.EmOf(i))).Max()) + LinesOfRow - 1) / LinesOfRow;

    private static bool Wraps(ReportTable table, LedgerColumn column) => table.Columns[column.Index].Kind == CellKind.Text && column.Part != LedgerPart.Date;

    private static bool IsLine(IReadOnlyList<object?> row, LedgerForm form) => row[form.Entry] is "line";

    private static void AppendHead(StringBuilder body, ReportTable table, LedgerForm form, PrintHeading heading, PrintText text, string title, LedgerPage page)
    {
        var account = string.Join(' ', form.Blocks.Select(key => table.Rows[page.Rows[0]][key] as string).Where(part => !string.IsNullOrEmpty(part)));
        var subject = account.Length == 0 ? heading.Subject : heading.Subject.Length == 0 ? account : $"{account} · {heading.Subject}";
        body.Append(CultureInfo.InvariantCulture,
            $"<section class=\"page\">\n<h1>{Html.Escape(title)}</h1>\n<div class=\"line\"><span>{Html.Escape(text["organisation", ("name", heading.Organisation)])}</span><span>{Html.Escape(subject)}</span><span>{Html.Escape(text["unit"])}</span></div>\n");
    }

    private static string[] TextsOf(ReportTable table, LedgerForm form, IReadOnlyList<object?> row, PrintText text) => [.. form.Columns.Select(column => TextOf(table, form, row, column, text))];

    private static string TextOf(ReportTable table, LedgerForm form, IReadOnlyList<object?> row, LedgerColumn column, PrintText text)
    {
        var (of, cell) = (table.Columns[column.Index], row[column.Index]);
        return column.Part switch
        {
            LedgerPart.Summary when !IsLine(row, form) => EntryOf(table.Columns[form.Entry], (string)row[form.Entry]!, text),
            LedgerPart.Date => cell as string ?? (row[form.Entry] is LedgerPages.BroughtForward or LedgerPages.CarriedForward ? "" : row[form.Month] as string ?? ""),
            // A balance of nothing is a statement: 平 and 0.00.
            LedgerPart.Balance => text.CellOf(of, cell, blankZero: false),
            _ when column.Name is { } name => string.Join(' ', new[] { cell as string, row[name] as string }.Where(part => !string.IsNullOrEmpty(part))),
            _ => text.CellOf(of, cell, blankZero: IsLine(row, form)),
        };
    }

    private static string EntryOf(ReportColumn column, string entry, PrintText text) => entry is LedgerPages.BroughtForward or LedgerPages.CarriedForward ? text[entry] : ReportTable.WordOf(column, entry, text.Language);

    private static string StyleOf(SheetLayout layout) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        @page { size: A4 {{(layout.IsAcross ? "landscape" : "portrait")}}; margin: 10mm 12mm; }
        .page { break-after: page; }
        .page:last-child { break-after: auto; }
        table { font-size: {{layout.Points}}pt; }
        th { height: 9mm; padding-top: 0; padding-bottom: 0; }
        .line { height: 8mm; overflow: hidden; }
        footer.line { height: 4mm; }
        td { padding-top: 0; padding-bottom: 0; }
        .small { margin: 1mm 0 0; }
        """);
}
