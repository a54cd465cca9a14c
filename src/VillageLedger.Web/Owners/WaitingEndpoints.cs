using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>What waits for whoever is signed in, in all books he works with; and what his colleagues are called.</summary>
internal static class WaitingEndpoints
{
    /// <summary>Which request does away with what waits. What came back to its maker is shown to nobody else.</summary>
    private static readonly IReadOnlyList<(string Kind, string Request)> Kinds =
    [
        (WaitingWork.Returned, "amend-voucher"), (WaitingWork.Review, "review-voucher"), (WaitingWork.Sign, "sign-voucher"), (WaitingWork.Post, "post-voucher"), (WaitingWork.Allocation, "confirm-allocation"),
        (WaitingWork.Claim, "approve-claim"), (WaitingWork.ClaimReturned, "amend-claim"), (WaitingWork.Question, "answer-question"), (WaitingWork.Answered, "settle-question"),
    ];

    public static void MapWaiting(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/waiting", WaitingAsync);
        api.MapGet("/api/colleagues", ColleaguesAsync);
    }

    private static async Task WaitingAsync(HttpContext context, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var at = await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
        var owners = (await OwnerEndpoints.SeenAsync(context, scope, ledger).ConfigureAwait(false)).Select(one => Owner.TryParse(one.Owner, out var owner) ? owner : default(Owner?)).OfType<Owner>().ToList();
        var may = Kinds.ToDictionary(each => each.Kind, each => scope.Of(AccessRules.Requests[each.Request].Roles), StringComparer.Ordinal);
        var counts = may.Values.Any(each => each.IsAnywhere) ? await WaitingWork.ReadAsync(scope.Models, at, owners, scope.Viewer.User, context.RequestAborted).ConfigureAwait(false) : [];
        await context.JsonAsync(counts.Where(count => may[count.Kind].Sees(count.Owner)).Select(count => new WaitingAnswer(count.Kind, count.Owner.Address, count.Month?.ToString(), count.Count))).ConfigureAwait(false);
    }

    /// <summary>Those who work with an owner that whoever asks sees: signatures on vouchers and claims are theirs.</summary>
    private static async Task ColleaguesAsync(HttpContext context, LedgerSession ledger, UserAccounts accounts)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var users = await accounts.ListAsync(null, context.RequestAborted).ConfigureAwait(false);
        await context.JsonAsync(users.Where(one => one.Account.Id == scope.Viewer.User.Value || one.Roles.Any(role => role.Grant.Role != Role.Administrator && scope.Meets(role.Grant.At)))
            .Select(one => new ColleagueAnswer(one.Account.Id, one.Account.Name))).ConfigureAwait(false);
    }
}

internal sealed record WaitingAnswer(string Kind, string Owner, string? Month, int Count);

internal sealed record ColleagueAnswer(string User, string Name);
