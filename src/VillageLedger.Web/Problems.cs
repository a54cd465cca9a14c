using System.Text.RegularExpressions;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Errors as problem details (RFC 9457): a stable code, what happened and what to do, in the reader's language.</summary>
internal static partial class Problems
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
            // Options are told by the names that they have in an address.
            await WriteAsync(context, StatusCodes.Status400BadRequest, "wrong-usage", CommandLineDashes.Replace(usage.Message, "")).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            var isTooLarge = bad.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await WriteAsync(context, isTooLarge ? bad.StatusCode : StatusCodes.Status400BadRequest, isTooLarge ? "body-too-large" : "wrong-usage").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone.
        }
#pragma warning disable CA1031 // Whatever it is, who asked learns that it was our fault, and nothing else.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await AnswerAsync(context, fault).ConfigureAwait(false);
        }
    });

    /// <summary>The database is away, or the program is wrong. Its fault has a number of its own, told to who asked and written beside it in the log.</summary>
    private static async Task AnswerAsync(HttpContext context, Exception fault)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("VillageLedger.Web");
        if (DatabaseTrouble.Is(fault))
        {
            log.LogTrouble(fault);
            if (context.Response.HasStarted) context.Abort();
            else await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "database-trouble").ConfigureAwait(false);
            return;
        }

        var number = Guid.CreateVersion7().ToString("N");
        log.LogFault(fault, number);
        // What has begun cannot become a problem any more; it is broken off, so that nobody takes it for whole.
        if (context.Response.HasStarted) context.Abort();
        else
            await WriteAsync(
                context, StatusCodes.Status500InternalServerError, "program-fault", Texts.Of("problem.program-fault", context.Language(), ("number", number)), instance: "urn:fault:" + number).ConfigureAwait(false);
    }

    public static Task WriteAsync(HttpContext context, int status, Refusal refusal, string? id = null) =>
        SendAsync(context, status, refusal.StableCode, refusal.Message(context.Language()), id, null);

    /// <param name="code">One of <see cref="ProblemCodes.All"/>.</param>
    /// <param name="detail">Null: the text <c>problem.CODE</c>.</param>
    /// <param name="instance">What tells this occurrence from all others.</param>
    public static Task WriteAsync(HttpContext context, int status, string code, string? detail = null, string? id = null, string? instance = null) => ProblemCodes.IsAnsweredWith(code, status)
        ? SendAsync(context, status, code, detail ?? Texts.Of("problem." + code, context.Language()), id, instance)
        : throw new InvalidOperationException($"There is no problem '{code}' with status {status}.");

    private static Task SendAsync(HttpContext context, int status, string code, string detail, string? id, string? instance)
    {
        context.NoteOutcome(code);
        var problem = JsonAnswer.BytesOf(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "/errors/" + code);
            json.WriteString("title", Texts.Of($"problem.{status}", context.Language()));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("code", code);
            if (id is not null) json.WriteString("id", id);
            if (instance is not null) json.WriteString("instance", instance);
            json.WriteEndObject();
        });
        // That of the answer that was not to be given.
        context.Response.Headers.Remove("ETag");
        return JsonAnswer.SendAsync(context, problem, status, "no-store", "application/problem+json");
    }

    [GeneratedRegex("(?<![\\w-])--(?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex CommandLineDashes { get; }
}
