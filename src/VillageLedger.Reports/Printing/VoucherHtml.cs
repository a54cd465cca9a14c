using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>记账凭证 to be printed, on A5 across: one sheet or, where the lines need it, several with fractions (会计基础工作规范 art. 51), the last of which has the total.</summary>
public static class VoucherHtml
{
    private const double WidthMm = 194;
    private const double RowMm = 10;
    private const double AmountMm = 27;

    /// <summary>Rows of a sheet; a line of more than two lines of text takes the place of several.</summary>
    internal const int Rows = 8;
    private const int LinesOfRow = 2;

    /// <param name="vouchers">Each with its heading; each begins a sheet of its own.</param>
    public static string Of(IReadOnlyList<(ReportTable Voucher, PrintHeading Heading)> vouchers, Language language)
    {
        ArgumentNullException.ThrowIfNull(vouchers);
        var text = new PrintText(language);
        var body = new StringBuilder();
        foreach (var (voucher, heading) in vouchers) Append(body, new VoucherForm(voucher), heading, text);
        return Html.Document(language, text["voucher"], Style, body.ToString());
    }

    private static void Append(StringBuilder body, VoucherForm form, PrintHeading heading, PrintText text)
    {
        var widths = WidthsOf(form);
        var lines = form.Lines(text).Select(line => (Line: line, Height: HeightOf(line, widths))).ToList();
        var sheets = SheetsOf([.. lines.Select(line => line.Height)]);
        for (var i = 0; i < sheets.Count; i++)
        {
            AppendHead(body, form, heading, text, sheets.Count == 1 ? "" : $"（{i + 1}/{sheets.Count}）");
            body.Append("<table><colgroup>").AppendJoin("", widths.Select(width => $"<col style=\"width:{Html.Millimetres(width)}\">")).Append("</colgroup>\n<thead><tr>")
                .AppendJoin("", form.Headings(text).Select(title => $"<th>{Html.Escape(title)}</th>")).Append("</tr></thead>\n<tbody>\n");
            foreach (var (line, height) in sheets[i].Select(line => lines[line])) AppendLine(body, line, height, widths);
            for (var blank = sheets[i].Sum(line => lines[line].Height); blank < Rows; blank++)
                body.Append(CultureInfo.InvariantCulture, $"<tr style=\"height:{RowMm}mm\">").Insert(body.Length, "<td></td>", widths.Length).Append("</tr>\n");
            AppendTotal(body, form, text, widths.Length, i == sheets.Count - 1 ? null : $"{sheets.Count}/{sheets.Count}");
            body.Append("</tbody></table>\n");
            AppendFoot(body, form, text);
        }
    }

    /// <summary>Which lines stand on which sheet.</summary>
    internal static IReadOnlyList<IReadOnlyList<int>> SheetsOf(IReadOnlyList<int> heights)
    {
        var sheets = new List<List<int>> { new() };
        var used = 0;
        for (var line = 0; line < heights.Count; line++)
        {
            if (used > 0 && used + heights[line] > Rows)
            {
                sheets.Add([]);
                used = 0;
            }

            sheets[^1].Add(line);
            used += heights[line];
        }

        return sheets;
    }

    /// <summary>摘要, 科目, where a line has any 往来, then both amounts, wider where they are large.</summary>
    private static double[] WidthsOf(VoucherForm form)
    {
        var amount = Math.Max(AmountMm, TextWidth.Of(new Money(form.LargestFen).ToString()) * 9 * 25.4 / 72 + 3);
        var left = WidthMm - 2 * amount;
        return form.HasDetails ? [left * 0.33, left * 0.40, left * 0.27, amount, amount] : [left * 0.42, left * 0.58, amount, amount];
    }

    private static double EmOf(double width) => (width - 2.4) / (9 * 25.4 / 72);

    private static int HeightOf(VoucherFormLine line, double[] widths) =>
        Math.Min(Rows, (line.Texts.Select((cell, i) => TextWidth.Lines(cell, EmOf(widths[i]))).Max() + LinesOfRow - 1) / LinesOfRow);

    private static void AppendHead(StringBuilder body, VoucherForm form, PrintHeading heading, PrintText text, string sheet)
    {
        var mark = form.IsRed ? $"<span class=\"mark red\">{Html.Escape(text["red"])}</span>" : "";
        var state = form.IsPosted ? "" : $"<span class=\"mark\">{Html.Escape(form.State(text))}</span>";
        var number = text["number", ("number", form.Number + sheet)];
        body.Append(CultureInfo.InvariantCulture, $"<section class=\"page\">\n<h1>{Html.Escape(text["voucher"])}{mark}{state}</h1>\n<div class=\"line\">")
            .AppendJoin("", new[] { text["organisation", ("name", heading.Organisation)], form.Date(text), number, text["attachments", ("count", form.AttachmentCount)] }.Select(part => $"<span>{Html.Escape(part)}</span>"))
            .Append("</div>\n");
    }

    private static void AppendLine(StringBuilder body, VoucherFormLine line, int height, double[] widths)
    {
        body.Append(CultureInfo.InvariantCulture, $"<tr style=\"height:{Html.Millimetres(RowMm * height)}\">");
        for (var i = 0; i < line.Texts.Count; i++) body.Append(CultureInfo.InvariantCulture, $"<td>{Html.Escape(TextWidth.Cut(line.Texts[i], EmOf(widths[i]), Rows * LinesOfRow))}</td>");
        foreach (var fen in new[] { line.DebitFen, line.CreditFen }) AppendAmount(body, fen, blankZero: true);
        body.Append("</tr>\n");
    }

    /// <param name="last">The number of the sheet that has the total; null: this one.</param>
    private static void AppendTotal(StringBuilder body, VoucherForm form, PrintText text, int columns, string? last)
    {
        var label = last is null ? text["total-capital", ("capital", CapitalAmount.Of(new(form.TotalFen)))] : text["total-on", ("sheet", last)];
        body.Append(CultureInfo.InvariantCulture, $"<tr class=\"sum\" style=\"height:{RowMm}mm\"><td colspan=\"{columns - 2}\">{Html.Escape(label)}</td>");
        foreach (var fen in new[] { form.TotalFen, form.TotalFen }) AppendAmount(body, last is null ? fen : null, blankZero: false);
        body.Append("</tr>\n");
    }

    private static void AppendAmount(StringBuilder body, long? fen, bool blankZero) =>
        body.Append(CultureInfo.InvariantCulture, $"<td class=\"number{(fen < 0 ? " red" : "")}\">{(fen is { } amount && !(blankZero && amount == 0) ? new Money(amount).ToString() : "")}</td>");

    private static void AppendFoot(StringBuilder body, VoucherForm form, PrintText text)
    {
        body.Append("<div class=\"line signatures\">").AppendJoin("", form.Signatures(text).Select(part => $"<span>{Html.Escape(part)}</span>")).Append("</div>\n");
        body.Append("<p class=\"small\">").Append(Html.Escape(string.Join(" · ", form.Links(text).Append(text.AsOf(form.AsOf))))).Append("</p>\n</section>\n");
    }

    internal const string Style =
        """
        @page { size: A5 landscape; margin: 7mm 8mm; }
        .page { break-after: page; }
        .page:last-child { break-after: auto; }
        h1 { font-size: 17pt; }
        td { padding-top: 0; padding-bottom: 0; }
        th { height: 7mm; }
        .line { max-height: 8mm; overflow: hidden; }
        .mark { display: inline-block; margin-left: 4mm; padding: 0 1.5mm; border: 0.4mm solid currentColor; font-size: 10pt; vertical-align: middle; letter-spacing: 0; }
        .signatures { margin-top: 2.5mm; }
        .small { margin: 2mm 0 0; max-height: 9mm; overflow: hidden; overflow-wrap: anywhere; }
        """;
}
