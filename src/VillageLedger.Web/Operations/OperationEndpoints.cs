using System.Globalization;
using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary><c>GET /api/operations</c>: the operation log, by operator, time and content; for regulators, and for administrators without the content, which may hold amounts.</summary>
internal static class OperationEndpoints
{
    private const int RowsPerPage = 100;
    private const int MaxPage = 1_000_000;
    private const int MaxExported = 200_000;

    private const string Found =
        """
        from web.operation where ($1::text is null or user_id = $1) and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at <= $3)
        and ($4::text is null or action ilike $4 or target ilike $4 or outcome ilike $4 or ($5 and content ilike $4) or action = any($6))
        """;

    public static void MapOperations(this IEndpointRouteBuilder api) => api.MapGet("/api/operations", ReadAsync);

    private static async Task ReadAsync(HttpContext context, WebDatabase database)
    {
        var viewer = context.Viewer()!;
        var seesContent = viewer.Grants.Any(grant => grant.Role == Role.Regulator);
        if (!seesContent && !viewer.IsAdministrator())
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var isCsv = context.Query("format") == "csv";
        var page = context.Whole("page", 1, MaxPage) ?? 1;
        object?[] filter = [context.Query("operator"), At(context, "from", isEnd: false), At(context, "to", isEnd: true), context.Query("text") is { } text ? $"%{Escaped(text)}%" : null, seesContent,
            // What the text means in the reader's own language: the page knows its titles.
            context.Query("actions")?.Split(',') ?? []];
        var rows = await database.Source.Of(
            $"select {OperationChain.Columns} {Found} order by number desc limit $7 offset $8", [.. filter, isCsv ? MaxExported : RowsPerPage, isCsv ? 0L : (page - 1) * RowsPerPage])
            .RowsAsync(OperationChain.Read, context.RequestAborted).ConfigureAwait(false);
        if (!seesContent) rows = [.. rows.Select(row => row with { Operation = row.Operation with { Content = "" } })];
        if (isCsv)
        {
            await ExportAsync(context, rows).ConfigureAwait(false);
            return;
        }

        var count = (await database.Source.Of($"select count(*) {Found}", filter).RowsAsync(reader => reader.GetInt64(0), context.RequestAborted).ConfigureAwait(false))[0];
        await AnswerAsync(context, rows, page, count).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<LoggedOperation> rows, long page, long count) => context.JsonAsync(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("rows");
        json.Objects(rows, row =>
        {
            var one = row.Operation;
            json.WriteNumber("number", row.Number);
            json.WriteString("at", ReportTime.Format(one.At));
            json.WriteString("user", one.User);
            json.WriteString("session", one.Session);
            json.WriteString("address", one.Address);
            json.WriteString("method", one.Method);
            json.WriteString("action", one.Action);
            json.WriteString("target", one.Target);
            json.WriteString("content", one.Content);
            json.WriteString("outcome", one.Outcome);
            json.WriteNumber("status", one.Status);
            if (one.Position is { } position) json.WriteNumber("position", position);
            json.WriteString("hash", Convert.ToHexStringLower(row.Hash));
        });
        json.WriteStartObject("page");
        json.WriteNumber("number", page);
        json.WriteNumber("pages", (count + RowsPerPage - 1) / RowsPerPage);
        json.WriteNumber("rowsPerPage", RowsPerPage);
        json.WriteNumber("rowsInAll", count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>With its hashes, so that who keeps the file can tell later whether the log is still the same.</summary>
    private static async Task ExportAsync(HttpContext context, IReadOnlyList<LoggedOperation> rows)
    {
        var language = context.Language();
        var csv = new StringBuilder("\uFEFF");
        Line(csv, OperationColumns.All.Select(column => Texts.Of("operations." + column, language)));
        foreach (var (number, one, hash) in rows)
            Line(csv,
            [
                number.ToString(CultureInfo.InvariantCulture), ReportTime.Format(one.At), one.User, one.Session, one.Address, one.Method, one.Action, one.Target, one.Content, one.Outcome,
                one.Status.ToString(CultureInfo.InvariantCulture), one.Position?.ToString(CultureInfo.InvariantCulture) ?? "", Convert.ToHexStringLower(hash),
            ]);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=operations.csv";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(csv.ToString(), context.RequestAborted).ConfigureAwait(false);
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static DateTimeOffset? At(HttpContext context, string name, bool isEnd)
    {
        if (context.Query(name) is not { } text) return null;
        if (!ReportTime.TryParse(text, out var at)) throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", name), ("value", text)));
        // A bare date is read as its end; from then on means from its beginning.
        return !isEnd && text.Length == "yyyy-MM-dd".Length ? at.AddTicks(TimeSpan.TicksPerMicrosecond).AddDays(-1).ToUniversalTime() : at.ToUniversalTime();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Columns of the export.</summary>
internal static class OperationColumns
{
    public static IReadOnlyList<string> All { get; } = ["number", "at", "user", "session", "address", "method", "action", "target", "content", "outcome", "status", "position", "hash"];
}
