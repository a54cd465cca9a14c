using System.Globalization;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>A report in the format that was asked for, whole or a page of it.</summary>
internal static class ReportAnswer
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["json"] = "application/json",
        ["view"] = "application/json",
        ["csv"] = "text/csv; charset=utf-8",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["html"] = "text/html; charset=utf-8",
        ["pdf"] = "application/pdf",
    };

    public static async Task WriteAsync(HttpContext context, LedgerSession ledger, ReportTable table, string format, Language language)
    {
        if (!Types.TryGetValue(format, out var type)) throw new UsageException(Texts.Of("problem.format-unknown", language, ("formats", string.Join(", ", Types.Keys))));
        var asked = PageOf(context, table, language);
        ReportPage.RequireShort(asked);
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "json": ReportJson.Write(bytes, asked); break;
            case "view": ReportView.Write(bytes, asked, language); break;
            case "csv": ReportCsv.Write(bytes, asked); break;
            case "xlsx": ReportXlsx.Write(bytes, asked, language); break;
            default: await PrintedOutput.WriteAsync(bytes, ledger.Models, asked, format, language, context.RequestAborted).ConfigureAwait(false); break;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        bytes.Position = 0;
        await bytes.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static ReportTable PageOf(HttpContext context, ReportTable table, Language language)
    {
        var (page, rows) = (NumberOf(context, "page", int.MaxValue, language), NumberOf(context, "rows", ReportPage.MaxRows, language));
        return page is null && rows is null ? table : ReportPage.Of(table, page ?? 1, rows ?? ReportPage.UsualRows, language);
    }

    private static int? NumberOf(HttpContext context, string name, int max, Language language)
    {
        if (!context.Request.Query.TryGetValue(name, out var text)) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number : throw new UsageException(Texts.Of($"cli.report.{name}-invalid", language));
    }
}
