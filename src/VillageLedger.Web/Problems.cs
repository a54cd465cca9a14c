using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Errors as problem details (RFC 9457): a stable code, what happened and what to do, in the reader's language.</summary>
internal static class Problems
{
    /// <summary>Turns what a handler throws into a problem: a refused report, wrong options, the database.</summary>
    public static void UseProblems(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            // No text of the ledger holds one, and the database takes none.
            if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true) throw new BadHttpRequestException("");
            await next(context).ConfigureAwait(false);
            await EmptyAnswers.FillAsync(context).ConfigureAwait(false);
        }
        catch (ReportRefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status422UnprocessableEntity, refused.Refusal).ConfigureAwait(false);
        }
        catch (UsageException usage) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, "wrong-usage", usage.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "body-too-large" : "wrong-usage").ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is NpgsqlException or OutcomeUnknownException && !context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("VillageLedger.Web").LogWarningOf(fault);
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "database-trouble").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone.
        }
#pragma warning disable CA1031 // Whatever it is, who asked learns that it was our fault, and nothing else.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("VillageLedger.Web").LogFaultOf(fault);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, "program-fault").ConfigureAwait(false);
        }
    });

    public static Task WriteAsync(HttpContext context, int status, Refusal refusal, string? id = null) =>
        WriteAsync(context, status, refusal.StableCode, refusal.Message(context.Language()), id);

    /// <param name="detail">Null: the text <c>problem.CODE</c>.</param>
    public static async Task WriteAsync(HttpContext context, int status, string code, string? detail = null, string? id = null)
    {
        var language = context.Language();
        context.NoteOutcome(code);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "/errors/" + code);
            json.WriteString("title", Texts.Of($"problem.{status}", language));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail ?? Texts.Of("problem." + code, language));
            json.WriteString("code", code);
            if (id is not null) json.WriteString("id", id);
            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = new StringValues("no-store");
        // That of the answer that was not to be given.
        context.Response.Headers.Remove("ETag");
        bytes.Position = 0;
        await bytes.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static void LogWarningOf(this ILogger logger, Exception fault) => LogDatabase(logger, fault.GetType().Name, (fault as PostgresException)?.SqlState ?? "", null);

    private static void LogFaultOf(this ILogger logger, Exception fault) => LogFault(logger, fault.GetType().Name, fault.StackTrace ?? "", null);

    /// <summary>Never the message: it may quote what somebody entered.</summary>
    private static readonly Action<ILogger, string, string, Exception?> LogDatabase = LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(1, "database"), "{Kind} {SqlState}");

    private static readonly Action<ILogger, string, string, Exception?> LogFault = LoggerMessage.Define<string, string>(LogLevel.Error, new EventId(2, "fault"), "{Kind} {Trace}");
}
