using System.CommandLine;
using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Where a report goes and how much of it: standard output or a file, all rows or a page.</summary>
internal sealed class ReportTarget
{
    private readonly Words words;
    private readonly Option<string?> output;
    private readonly Option<int?> page;
    private readonly Option<int?> rows;

    public ReportTarget(Words words)
    {
        this.words = words;
        output = new("--output") { Description = words["cli.report.output"], Recursive = true, HelpName = "FILE" };
        page = WholeNumber.Of("--page", words["cli.report.page"], _ => words["cli.report.page-invalid"], 1, int.MaxValue);
        rows = WholeNumber.Of("--rows", words["cli.report.rows"], _ => words["cli.report.rows-invalid"], 1, ReportPage.MaxRows);
    }

    public IEnumerable<Option> All => [output, page, rows];

    /// <summary>Writes a report to where it was asked for.</summary>
    /// <param name="write">Writes it in any format but a table to a stream that can be read and sought in.</param>
    /// <exception cref="ReportRefusedException">It is too long to be shown, or has no such page.</exception>
    public async Task WriteAsync(ParseResult parsed, ReportTable table, string format, Func<Stream, ReportTable, string, Language, Task> write, CancellationToken cancellation)
    {
        var asked = parsed.GetValue(page) is null && parsed.GetValue(rows) is null
            ? table : ReportPage.Of(table, parsed.GetValue(page) ?? 1, parsed.GetValue(rows) ?? ReportPage.UsualRows, words.Language);
        if (parsed.GetValue(output) is { } file)
        {
            if (format == "xlsx") ReportXlsx.RequireFits(asked);
            await WholeFile.WriteAsync(file, stream => Task.Run(() => WriteFileAsync(stream, asked, format, write), cancellation), cancellation).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(words["cli.report.written", ("file", file), ("rows", asked.Rows.Count)]).ConfigureAwait(false);
            return;
        }

        ReportPage.RequireShort(asked);
        if (format == "table")
        {
            ReportText.Write(asked, words.Language);
            return;
        }

        using var standard = Console.OpenStandardOutput();
        using var bytes = new MemoryStream();
        await write(bytes, asked, format, words.Language).ConfigureAwait(false);
        bytes.Position = 0;
        await bytes.CopyToAsync(standard, cancellation).ConfigureAwait(false);
    }

    private async Task WriteFileAsync(Stream stream, ReportTable table, string format, Func<Stream, ReportTable, string, Language, Task> write)
    {
        if (format != "table")
        {
            await write(stream, table, format, words.Language).ConfigureAwait(false);
            return;
        }

        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        ReportText.Write(text, table, words.Language, withoutWidth: true);
    }
}
