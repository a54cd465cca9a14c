using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>A user of the demonstration, with the roles that let him try what its data hold.</summary>
internal sealed record DemonstrationUser(string Id, string Name, IReadOnlyList<Grant> Grants);

/// <summary>
/// The demonstration's users, whose password is no secret. They are made only in a ledger whose villages are all the demonstration's and where nobody else was made a user, are
/// marked, and are let in only by a node that serves the demonstration.
/// </summary>
internal static class DemonstrationUsers
{
    public const string Password = "ledger-demo";

    /// <summary>Facts by which books begin.</summary>
    private static readonly string[] Registering = ["village-registered.1", "company-registered.1", "venture-founded.1"];

    /// <summary>Such facts that the demonstration's requests did not make.</summary>
    private const string Others = "select from ledger.mt_events where type = any($1) and not (headers ->> 'requestId' like any($2))";

    /// <summary>Makes those that are missing; false in a ledger that is not the demonstration's alone.</summary>
    /// <param name="requests">What the ids of its requests begin with.</param>
    public static async Task<bool> MakeAsync(LedgerSession ledger, IReadOnlyList<DemonstrationUser> users, IReadOnlyList<string> requests, CancellationToken cancellation = default)
    {
        await using var database = new WebDatabase(ledger.Log.Connection);
        await database.UpgradeAsync(cancellation).ConfigureAwait(false);
        if (!await IsForUsersAsync(database, requests, cancellation).ConfigureAwait(false)) return false;
        var accounts = new UserAccounts(database);
        // No secret, so nothing to protect: few rounds, and one hash for all.
        var hash = new Passwords(new() { PasswordRounds = 1_000 }).Hash(Password);
        foreach (var user in users)
        {
            await accounts.AddAsync(new(user.Id, user.Name, hash, null, null, false, false, IsDemonstration: true), cancellation).ConfigureAwait(false);
            foreach (var grant in user.Grants) await accounts.GiveAsync(user.Id, grant, "demo", cancellation).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Whether a ledger is empty or the demonstration's: whoever keeps real books in it, or lets real users in, gets no invented facts among them.</summary>
    /// <param name="requests">What the ids of the demonstration's requests begin with.</param>
    public static async Task<bool> MayLoadAsync(LedgerSession ledger, IReadOnlyList<string> requests, CancellationToken cancellation = default)
    {
        await using var database = new WebDatabase(ledger.Log.Connection);
        await database.UpgradeAsync(cancellation).ConfigureAwait(false);
        return await AskAsync(
            database, $"select exists (select from web.account where is_demonstration) or (not exists (select from web.account) and not exists ({Others}))", requests, cancellation).ConfigureAwait(false);
    }

    private static Task<bool> IsForUsersAsync(WebDatabase database, IReadOnlyList<string> requests, CancellationToken cancellation) =>
        AskAsync(database, $"select not exists (select from web.account where not is_demonstration) and (exists (select from web.account) or not exists ({Others}))", requests, cancellation);

    private static async Task<bool> AskAsync(WebDatabase database, string sql, IReadOnlyList<string> requests, CancellationToken cancellation) =>
        (await database.Source.Of(sql, Registering, requests.Select(start => start + "%").ToArray()).RowsAsync(reader => reader.GetBoolean(0), cancellation).ConfigureAwait(false))[0];

    public static void MapDemonstration(this WebApplication app, WebOptions options)
    {
        if (options.IsDemonstration) app.MapGet("/api/session/demo", ListAsync);
    }

    /// <summary>Who may sign in, and what each should try.</summary>
    private static async Task ListAsync(HttpContext context, UserAccounts accounts)
    {
        var language = context.Language();
        var users = (await accounts.ListAsync(null, context.RequestAborted).ConfigureAwait(false)).Where(user => user.Account.IsDemonstration && user.Roles.Count > 0).OrderBy(user => user.Roles[0].Grant.Role).ToList();
        await context.JsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("password", Password);
            json.WritePropertyName("users");
            json.Objects(users, user =>
            {
                var role = user.Roles[0].Grant.Role.Name();
                json.WriteString("user", user.Account.Id);
                json.WriteString("name", user.Account.Name);
                json.WriteString("role", role);
                json.WriteString("roleName", Texts.Of("role." + role, language));
                json.WriteString("try", Texts.Of("demo.try." + role, language));
            });
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }
}
