using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Pages to be printed, as HTML or as PDF.</summary>
internal static class PrintedOutput
{
    public static readonly IReadOnlyList<string> Formats = ["html", "pdf"];

    /// <summary>Writes a report, under the name of whoever it is about.</summary>
    public static async Task WriteAsync(Stream output, ReadModels models, ReportTable table, string format, Language language, CancellationToken cancellation)
    {
        var heading = await PrintHeading.ReadAsync(models, table, cancellation).ConfigureAwait(false);
        await output.WriteAsync(await BytesAsync(ReportHtml.Of(table, heading, language), format, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    public static async Task<byte[]> BytesAsync(string html, string format, CancellationToken cancellation) =>
        format == "pdf" ? await Chromium.PrintAsync(html, cancellation).ConfigureAwait(false) : Encoding.UTF8.GetBytes(html);
}
