using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>What somebody asks a job for.</summary>
internal sealed record JobAsked(string Kind, JsonElement Body, Scope Scope, LedgerSession Ledger, JobStore Jobs, AttachmentStore Attachments, Language Language)
{
    public string? Text(string name) => Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The kinds of jobs: who may ask for one, and what it does.</summary>
internal static class JobKinds
{
    /// <summary>Books at a time: others work meanwhile.</summary>
    private const int Parallel = 4;

    private static readonly HashSet<Role> Replaying = [Role.Regulator];
    private static readonly HashSet<Role> Archiving = [Role.Accountant, Role.Reviewer, Role.Chair, Role.Manager, Role.Auditor, Role.Regulator];

    public static readonly IReadOnlyList<string> All = ["replay", "archive", "post-vouchers", "close-months"];

    /// <returns>Null where it is not permitted.</returns>
    /// <exception cref="UsageException">Something is missing or has another form.</exception>
    public static Task<JobWork?> WorkAsync(JobAsked asked, CancellationToken cancellation) => asked.Kind switch
    {
        "replay" => Task.FromResult(asked.Scope.Of(Replaying).IsWhole ? (JobWork?)((_, progress, stop) => ReplayAsync(asked, progress, stop)) : null),
        "archive" => Task.FromResult(Archive(asked)),
        "post-vouchers" => BatchAsync(asked, BatchStep.Post, "post-vouchers", cancellation),
        "close-months" => BatchAsync(asked, BatchStep.Close, "close-month", cancellation),
        _ => throw Invalid(asked, "kind"),
    };

    private static async Task<string> ReplayAsync(JobAsked asked, Action<long, long> progress, CancellationToken cancellation)
    {
        var results = await Replay.CompareAsync(asked.Ledger.Log, asked.Ledger.Models, progress, cancellation).ConfigureAwait(false);
        return JsonSerializer.Serialize(
            new
            {
                Equal = results.All(result => result.Difference is null),
                Projections = results.Select(result => new
                {
                    result.Projection, Position = result.UpTo, result.Rows, Equal = result.Difference is null,
                    Difference = result.Difference is { } found ? new { found.Table, found.Position, found.OnlyIn, found.Row } : null,
                }),
            },
            JsonAnswer.Options);
    }

    private static JobWork? Archive(JobAsked asked)
    {
        if (!Owner.TryParse(asked.Text("owner"), out var owner)) throw Invalid(asked, "owner");
        if (!asked.Scope.Of(Archiving).Sees(owner)) return null;
        return async (id, progress, cancellation) =>
        {
            progress(0, 0);
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            var at = await asked.Ledger.Log.NewestAsync(cancellation).ConfigureAwait(false);
            var damaged = new List<string>();
            var (made, sha256) = await new OwnerArchive(new(asked.Language), asked.Ledger, asked.Attachments, damaged.Add).WriteAsync(at, owner, names: false, file, cancellation).ConfigureAwait(false);
            file.Position = 0;
            await asked.Jobs.PutFileAsync(id, $"{owner.Kind}-{owner.Code}-{at.Position}.zip", file, cancellation).ConfigureAwait(false);
            return JsonSerializer.Serialize(new { Owner = owner.Address, made.Position, made.Files, made.LeftOut, sha256, Size = file.Length, Damaged = damaged }, JsonAnswer.Options);
        };
    }

    private static async Task<JobWork?> BatchAsync(JobAsked asked, BatchStep step, string request, CancellationToken cancellation)
    {
        if (!Month.TryParse(asked.Text("month"), out var month)) throw Invalid(asked, "month");
        var scope = asked.Scope.Of(AccessRules.Requests[request].Roles);
        var books = asked.Text("place") is { } place ? await OfPlaceAsync(asked, scope, place, month, cancellation).ConfigureAwait(false) : Named(asked);
        if (books.Count == 0) throw Invalid(asked, "books");
        if (!books.All(scope.Sees)) return null;
        return async (_, progress, stop) =>
        {
            var answers = new List<BatchAnswer>();
            progress(0, books.Count);
            await new MonthBatch(asked.Ledger.Log, asked.Ledger.Requests).RunAsync(step, month, books, scope.Viewer.User, Parallel, answer =>
            {
                answers.Add(answer);
                progress(answers.Count, books.Count);
            }, stop).ConfigureAwait(false);
            return JsonSerializer.Serialize(
                new
                {
                    Done = answers.Count(answer => answer.State == BatchState.Done), Already = answers.Count(answer => answer.State == BatchState.Already), Refused = answers.Count(answer => answer.State == BatchState.Refused),
                    Books = answers.OrderBy(answer => answer.Book.Address, StringComparer.Ordinal).Select(answer => new
                    {
                        Book = answer.Book.Address, Outcome = answer.State.ToString().ToLowerInvariant(), Code = answer.Refusal?.StableCode, Message = answer.Refusal?.Message(asked.Language), answer.Position,
                    }),
                },
                JsonAnswer.Options);
        };
    }

    /// <summary>The villages of a place that whoever asks may do it for.</summary>
    private static async Task<IReadOnlyList<Owner>> OfPlaceAsync(JobAsked asked, Scope scope, string place, Month month, CancellationToken cancellation)
    {
        if (place.Length is 0 or > RegisterVillage.CodeLength || !place.All(char.IsAsciiDigit)) throw Invalid(asked, "place");
        var newest = await asked.Ledger.Log.NewestAsync(cancellation).ConfigureAwait(false);
        return [.. (await VillagesOfPlace.ReadAsync(asked.Ledger.Models, newest.Position, month, place, cancellation).ConfigureAwait(false)).Where(scope.Sees)];
    }

    private static List<Owner> Named(JobAsked asked)
    {
        const int Most = 2_000;
        var books = new List<Owner>();
        if (!asked.Body.TryGetProperty("books", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > Most) throw Invalid(asked, "books");
        foreach (var one in list.EnumerateArray())
            books.Add(one.ValueKind == JsonValueKind.String && Owner.TryParse(one.GetString(), out var owner) ? owner : throw Invalid(asked, "books"));
        return books;
    }

    private static UsageException Invalid(JobAsked asked, string name) => new(Texts.Of("problem.job-invalid", asked.Language, ("name", name), ("kinds", string.Join(", ", All))));
}
