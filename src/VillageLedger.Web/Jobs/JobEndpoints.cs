using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Jobs of whoever asks: begun, left, found again, given up. Those of others are answered like what is not there.</summary>
internal static class JobEndpoints
{
    private const int MostOfAUser = 3;

    public static void AddJobs(this IServiceCollection services) => services.AddSingleton<JobStore>().AddSingleton<JobRunner>();

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/jobs", async (HttpContext context, JobStore jobs) => await context.JsonAsync((await jobs.ListAsync(context.Viewer()!.User, context.RequestAborted).ConfigureAwait(false)).Select(Of)).ConfigureAwait(false));
        api.MapPost("/api/jobs", StartAsync);
        api.MapGet("/api/jobs/{id}", async (HttpContext context, string id, JobStore jobs) =>
        {
            if (await FindAsync(context, id, jobs).ConfigureAwait(false) is { } job) await context.JsonAsync(Of(job)).ConfigureAwait(false);
        });
        api.MapDelete("/api/jobs/{id}", async (HttpContext context, string id, JobStore jobs, JobRunner runner) =>
        {
            if (await FindAsync(context, id, jobs).ConfigureAwait(false) is not { } job) return;
            if (job.State == "running") await runner.CancelAsync(id, context.RequestAborted).ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        api.MapGet("/api/jobs/{id}/file", FileAsync);
    }

    private static async Task StartAsync(HttpContext context, LedgerSession ledger, JobStore jobs, JobRunner runner, AttachmentStore attachments)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var body = BodyOf(await RequestBody.BytesAsync(context).ConfigureAwait(false), context.Language());
        var asked = new JobAsked(KindOf(body), body, scope, ledger, jobs, attachments, context.Language());
        if (await JobKinds.WorkAsync(asked, context.RequestAborted).ConfigureAwait(false) is not { } work)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        if (await jobs.RunningAsync(scope.Viewer.User, context.RequestAborted).ConfigureAwait(false) >= MostOfAUser)
        {
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too-many-jobs").ConfigureAwait(false);
            return;
        }

        var id = Guid.CreateVersion7().ToString("N");
        if (!await jobs.AddAsync(id, scope.Viewer.User, asked.Kind, body.GetRawText(), context.RequestAborted).ConfigureAwait(false))
        {
            await Problems.WriteAsync(context, StatusCodes.Status409Conflict, "replay-running").ConfigureAwait(false);
            return;
        }

        runner.Start(id, work);
        await context.JsonAsync(Of((await jobs.FindAsync(id, scope.Viewer.User, context.RequestAborted).ConfigureAwait(false))!)).ConfigureAwait(false);
    }

    private static async Task FileAsync(HttpContext context, string id, JobStore jobs)
    {
        if (await FindAsync(context, id, jobs).ConfigureAwait(false) is not { } job) return;
        if (job.FileName is null || job.State != "done")
        {
            await context.NotThereAsync().ConfigureAwait(false);
            return;
        }

        Documents.SetHeaders(context, "application/zip", job.FileName, isShown: false);
        await jobs.CopyFileAsync(id, context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<Job?> FindAsync(HttpContext context, string id, JobStore jobs)
    {
        var job = await jobs.FindAsync(id, context.Viewer()!.User, context.RequestAborted).ConfigureAwait(false);
        if (job is null) await context.NotThereAsync("job-unknown").ConfigureAwait(false);
        return job;
    }

    private static object Of(Job job) => new
    {
        job.Id, job.Kind, job.State, job.Done, job.Total, StartedAt = ReportTime.Format(job.Started), job.RemainingSeconds,
        Result = job.Result is { } result ? JsonSerializer.Deserialize<JsonElement>(result) : (JsonElement?)null, job.FileName,
    };

    private static JsonElement BodyOf(ReadOnlyMemory<byte> bytes, Language language)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new UsageException(Texts.Of("problem.job-invalid", language, ("name", "kind"), ("kinds", string.Join(", ", JobKinds.All))));
    }

    private static string KindOf(JsonElement body) => body.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() ?? "" : "";
}
