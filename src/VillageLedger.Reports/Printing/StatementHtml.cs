using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>
/// A statement on A4: its rows by their style, what they are compared with beside them, signatures below. A balance sheet has two sides (账户式): 资产 on the left, 负债和所有者权益 on the right,
/// their totals on one line.
/// </summary>
internal static class StatementHtml
{
    public const string BalanceSheet = "balance-sheet";

    private static readonly string[] Hidden = ["row", "style", "certainty"];
    private static readonly string[] Signatures = ["chief", "reviewed-by", "made-by"];

    /// <summary>Whether the rows of a report have styles of a form, as those of statements have.</summary>
    public static bool IsStatement(ReportTable table) => table.Columns.Any(column => column.Name == "style") && table.Columns.Any(column => column.Name == "certainty");

    public static string Of(ReportTable table, PrintHeading heading, PrintText text, string title, bool twoSided)
    {
        var columns = table.Shown.Where(i => !Hidden.Contains(table.Columns[i].Name)).ToList();
        var sides = twoSided ? SidesOf(table) : [[.. Enumerable.Range(0, table.Rows.Count).Select(row => (int?)row)]];
        var layout = SheetLayout.Of(
            [.. Enumerable.Repeat(columns, sides.Count).SelectMany(side => side).Select(i => new SheetColumn(text.HeadingOf(table.Report, table.Columns[i]), PrintText.IsNumber(table.Columns[i].Kind), table.Columns[i].Kind == CellKind.Text))],
            Enumerable.Range(0, sides[0].Count).Select(line => sides.SelectMany(side => columns.Select(i => TextOf(table, side[line], i, text))).ToArray()));
        var body = new StringBuilder();
        ReportHtml.AppendHead(body, table, heading, text, title);
        ReportHtml.AppendColumns(body, layout, Enumerable.Repeat(columns, sides.Count).SelectMany(side => side).Select(i => text.HeadingOf(table.Report, table.Columns[i])));
        for (var line = 0; line < sides[0].Count; line++)
        {
            body.Append("<tr>");
            foreach (var row in sides.Select(side => side[line])) AppendCells(body, table, columns, row, text);
            body.Append("</tr>\n");
        }

        body.Append("</tbody></table>\n<div class=\"line\">").AppendJoin("", Signatures.Select(key => $"<span>{Html.Escape(text[key, ("user", "")])}</span>")).Append("<span></span></div>\n");
        ReportHtml.AppendNotes(body, table, text);
        return Html.Document(text.Language, title, ReportHtml.StyleOf(layout, ReportHtml.RunningOf(table, heading, text, title)) + Style, body.ToString());
    }

    /// <summary>The rows of both sides line by line: up to the first total and after it, the shorter one with blanks before its total.</summary>
    internal static IReadOnlyList<IReadOnlyList<int?>> SidesOf(ReportTable table)
    {
        var style = StyleColumn(table);
        var rows = Enumerable.Range(0, table.Rows.Count).ToList();
        var end = rows.FindIndex(row => table.Rows[row][style] is "total") + 1;
        if (end == 0 || end == rows.Count) return [[.. rows.Select(row => (int?)row)]];
        var (left, right) = (rows[..end], rows[end..]);
        var length = Math.Max(left.Count, right.Count);
        return [Filled(left), Filled(right)];

        IReadOnlyList<int?> Filled(List<int> side) => [.. side.SkipLast(1).Select(row => (int?)row), .. Enumerable.Repeat((int?)null, length - side.Count), side[^1]];
    }

    private static void AppendCells(StringBuilder body, ReportTable table, List<int> columns, int? row, PrintText text)
    {
        foreach (var i in columns)
        {
            var kind = row is { } known ? PrintText.ClassOf(table.Columns[i], table.Rows[known][i]) + " " + table.Rows[known][StyleColumn(table)] : "";
            body.Append(CultureInfo.InvariantCulture, $"<td class=\"{Html.Escape(kind)}\">{Html.Escape(TextOf(table, row, i, text))}</td>");
        }
    }

    /// <summary>A heading has no amounts, whatever its cells hold; a row that was not read in the official form has the mark that the notes explain.</summary>
    private static string TextOf(ReportTable table, int? row, int column, PrintText text)
    {
        if (row is not { } known) return "";
        var (cells, of) = (table.Rows[known], table.Columns[column]);
        var isHeading = cells[StyleColumn(table)] is "heading";
        var mark = of.Name == "name" && !isHeading && cells[Column(table, "certainty")] is not "primary" ? "＊" : "";
        return isHeading && of.Kind == CellKind.Fen ? "" : text.CellOf(of, cells[column], blankZero: false) + mark;
    }

    private static int StyleColumn(ReportTable table) => Column(table, "style");

    private static int Column(ReportTable table, string name) => table.Columns.Select((column, i) => (column.Name, i)).Single(column => column.Name == name).i;

    private const string Style =
        """

        td.heading, td.subtotal, td.total { font-weight: 600; }
        td.item:not(.number), td.less:not(.number) { padding-left: 1em; }
        td.part:not(.number) { padding-left: 2em; }
        """;
}
