using System.CommandLine;
using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Pages to be printed: where they go, as HTML or as PDF.</summary>
internal static class PrintedOutput
{
    public static readonly IReadOnlyList<string> Formats = ["html", "pdf"];

    public static Option<string?> File(Words words) => new("--output") { Description = words["cli.print.output"], HelpName = "FILE", Recursive = true };

    public static async Task<string> PageOfAsync(ReadModels models, ReportTable table, Language language, CancellationToken cancellation) =>
        ReportHtml.Of(table, await PrintHeading.ReadAsync(models, table, cancellation).ConfigureAwait(false), language);

    /// <param name="file">Null: standard output.</param>
    public static async Task WriteAsync(string html, string format, string? file, CancellationToken cancellation)
    {
        var bytes = format == "pdf" ? await Chromium.PrintAsync(html, cancellation).ConfigureAwait(false) : Encoding.UTF8.GetBytes(html);
        await using var output = file is null ? Console.OpenStandardOutput() : System.IO.File.Create(file);
        await output.WriteAsync(bytes, cancellation).ConfigureAwait(false);
    }
}
