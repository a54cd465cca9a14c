using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Pictures and documents of vouchers, claims and answers to questions: brought before they are named, given out to whoever may read the voucher, claim or question that names them.</summary>
internal static class AttachmentEndpoints
{
    /// <summary>The requests whose attachments somebody brings.</summary>
    private static readonly string[] Naming = ["prepare-voucher", "amend-voucher", "hand-in-claim", "amend-claim", "correct-voucher", "ask-question", "answer-question"];

    private static readonly Dictionary<string, (string Type, bool IsShown)> Types = new()
    {
        ["pdf"] = ("application/pdf", true),
        ["jpeg"] = ("image/jpeg", true),
        ["png"] = ("image/png", true),
        ["ofd"] = ("application/ofd", false),
        ["xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
        ["docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
        ["zip"] = ("application/zip", false),
        ["xml"] = ("application/xml", false),
    };

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/attachments", PutAsync);
        api.MapGet("/api/attachments/{sha256}", GetAsync);
    }

    private static async Task PutAsync(HttpContext context, AttachmentStore store)
    {
        if (!Naming.Any(request => Access.MayAsk(context.Viewer()!, request)))
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var name = Documents.NameOf(context.Needed("name"));
        if (AttachmentStore.CheckSize(name, context.Request.ContentLength ?? 0) is { } tooLarge)
        {
            await Problems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, tooLarge).ConfigureAwait(false);
            return;
        }

        var bytes = await RequestBody.BytesAsync(context).ConfigureAwait(false);
        var put = await store.PutAsync(name, bytes.ToArray(), cancellation: context.RequestAborted).ConfigureAwait(false);
        if (put.Refusal is { } refusal)
            await Problems.WriteAsync(context, refusal.Code == RefusalCode.FileTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity, refusal).ConfigureAwait(false);
        else
            await context.JsonAsync(new { put.Stored!.Sha256, Name = name, Size = put.Stored.Bytes, put.Stored.Type }).ConfigureAwait(false);
    }

    /// <summary>What is not named by something that may be seen is answered like what is not there.</summary>
    private static async Task GetAsync(HttpContext context, string sha256, AttachmentStore store, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        if (!IsHash(sha256) || !await IsNamedAsync(context, scope, ledger, sha256).ConfigureAwait(false)
            || (await store.FindAsync([sha256], context.RequestAborted).ConfigureAwait(false)).GetValueOrDefault(sha256) is not { } file
            || await store.GetAsync(sha256, context.RequestAborted).ConfigureAwait(false) is not { } bytes)
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, Refusal.Of(RefusalCode.FileUnknown, ("sha256", IsHash(sha256) ? sha256 : "…"))).ConfigureAwait(false);
            return;
        }

        var (type, isShown) = Types[file.Type];
        await Documents.WriteAsync(context, bytes, type, context.Query("name") is { } name ? Documents.NameOf(name) : $"{sha256[..12]}.{(file.Type == "jpeg" ? "jpg" : file.Type)}", isShown).ConfigureAwait(false);
    }

    private static async Task<bool> IsNamedAsync(HttpContext context, Scope scope, LedgerSession ledger, string sha256)
    {
        if (context.Query("voucher") is { } id && VoucherId.TryParse(id, out var voucher)
            && await Reports.VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, context.RequestAborted).ConfigureAwait(false) is var (owner, month))
            return scope.SeesStream(Streams.Book(owner, month)) && await NamesAsync(Streams.Book(owner, month), "voucher", id).ConfigureAwait(false);
        foreach (var (field, kind) in (ReadOnlySpan<(string, string)>)[("claim", "claims"), ("question", "questions")])
            if (context.Query(field) is { } asked && RequestId.TryParse(asked, out _))
                return await OfRequestAsync(field, kind, asked).ConfigureAwait(false);
        return false;

        async Task<bool> OfRequestAsync(string field, string kind, string asked) =>
            await ledger.Log.FindRequestAsync(asked, context.RequestAborted).ConfigureAwait(false) is { Stream: { } stream } && Streams.Kind(stream) == kind
            && scope.SeesStream(stream) && await NamesAsync(stream, field, asked).ConfigureAwait(false);

        Task<bool> NamesAsync(string of, string field, string value) =>
            ledger.Log.HoldsAsync(of, JsonSerializer.Serialize(new Dictionary<string, object> { [field] = value, ["attachments"] = new[] { new { sha256 } } }), context.RequestAborted);
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
