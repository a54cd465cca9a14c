using System.Globalization;
using Spectre.Console;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>A report as a table on a terminal: amounts in yuan, right-aligned.</summary>
internal static class ReportText
{
    private const int WidthWithoutTerminal = 4_000;

    public static void Write(ReportTable table, Language language) => Write(Console.Out, table, language, Console.IsOutputRedirected);

    /// <param name="withoutWidth">A file or a pipe has no width: nothing is wrapped there.</param>
    public static void Write(TextWriter output, ReportTable table, Language language, bool withoutWidth)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = ColorSystemSupport.NoColors });
        if (withoutWidth) console.Profile.Width = WidthWithoutTerminal;
        var at = table.AsOf.RecordedAt is { } recorded ? ReportTime.Format(recorded) : "—";
        console.Profile.Out.Writer.WriteLine(Texts.Of("report.head", language, ("report", Texts.Of("report." + table.Report, language)), ("subject", table.Subject), ("position", table.AsOf.Position), ("recordedAt", at)));
        foreach (var head in table.Head.Where(head => head.Cell is not null))
            console.Profile.Out.Writer.WriteLine($"{ReportTable.HeadingOf(table.Report, head.Column, language)}: {ReportTable.TextOf(head.Column, head.Cell, language)}");
        var grid = new Table().Border(TableBorder.Horizontal);
        var shown = table.Shown;
        foreach (var column in shown.Select(i => table.Columns[i]))
            grid.AddColumn(new TableColumn(Markup.Escape(ReportTable.HeadingOf(table.Report, column, language))) { Alignment = column.Kind is CellKind.Fen or CellKind.Count or CellKind.Ppm or CellKind.Quantity ? Justify.Right : Justify.Left, NoWrap = column.Kind != CellKind.Text });
        foreach (var row in table.Rows) grid.AddRow([.. shown.Select(i => new Text(CellOf(table.Columns[i], row[i], language, blankZero: true)))]);
        if (table.Totals is { } totals)
        {
            var cells = shown.Select(i => CellOf(table.Columns[i], totals[i], language, blankZero: false)).ToArray();
            cells[0] = Texts.Of("report.total", language);
            grid.AddEmptyRow();
            grid.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        console.Write(grid);
        foreach (var note in table.Notes) console.Profile.Out.Writer.WriteLine(note);
        if (table.Fingerprint is { } known) console.Profile.Out.Writer.WriteLine(Texts.Of("report.fingerprint", language, ("sha256", known.Sha256), ("program", known.Program), ("rules", known.Rules[..12])));
    }

    private static string CellOf(ReportColumn column, object? cell, Language language, bool blankZero) =>
        blankZero && !column.ShowsZero && cell is 0L && column.Kind is (CellKind.Fen or CellKind.Quantity) ? "" : ReportTable.TextOf(column, cell, language);
}
