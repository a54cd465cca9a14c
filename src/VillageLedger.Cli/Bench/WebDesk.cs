using System.Globalization;
using System.Text;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary>A call of somebody who is signed in. With words it is a write.</summary>
internal sealed record WebCall(string Token, string Csrf, string Path, byte[]? Words = null, Action? Done = null);

/// <summary>An accountant of one village of <see cref="CountyBooks"/>, signed in, and what he asks of a node.</summary>
internal sealed class WebDesk
{
    private static readonly Month Open = new(CountyBooks.LastYear, 12);

    private readonly string owner;
    private readonly string token;
    private readonly string csrf;
    private readonly string run = Guid.NewGuid().ToString("N")[..8];
    private int made;
    private string last;

    private WebDesk(int village, string token, string csrf)
    {
        (owner, this.token, this.csrf) = ("village/" + CountyBooks.CodeOf(village), token, csrf);
        last = "";
        Reads =
        [
            () => Read("/api/now"), () => Read("/api/session"), () => Read($"/api/owners/{owner}/accounts?month={Open}"), () => Read($"/api/owners/{owner}/parties"), () => Read("/api/search?q=" + Uri.EscapeDataString("村")),
            () => Report("trial-balance"), () => Report("voucher-list"), () => Report("income-statement"), () => Report("detail-ledger", "&account=10201"), () => Report("general-ledger"), () => Report("cash-journal"),
            () => last.Length == 0 ? Report("trial-balance") : Read("/api/reports/voucher?format=view&voucher=" + last),
        ];
    }

    /// <summary>What is read in a day's work.</summary>
    public IReadOnlyList<Func<WebCall>> Reads { get; }

    /// <summary>A desk for each village, its accountant made a user there.</summary>
    public static async Task<IReadOnlyList<WebDesk>> OpenAllAsync(string connection, int villages, CancellationToken cancellation)
    {
        await using var database = new WebDatabase(connection);
        await database.UpgradeAsync(cancellation).ConfigureAwait(false);
        var accounts = new UserAccounts(database);
        var sessions = new Sessions(database, new(), new(), TimeProvider.System);
        var desks = new List<WebDesk>();
        for (var village = 0; village < villages; village++)
        {
            var account = new UserAccount(string.Create(CultureInfo.InvariantCulture, $"desk-{village}"), "会计", "", null, null, false, false, IsDemonstration: false);
            await accounts.AddAsync(account, cancellation).ConfigureAwait(false);
            await accounts.GiveAsync(account.Id, new(Role.Accountant, "village/" + CountyBooks.CodeOf(village)), "bench", cancellation).ConfigureAwait(false);
            var token = await sessions.OpenAsync(account, "127.0.0.1", "bench", cancellation).ConfigureAwait(false);
            desks.Add(new(village, token, (await sessions.FindAsync(token, cancellation).ConfigureAwait(false))!.CsrfToken));
        }

        return desks;
    }

    /// <summary>A voucher of two lines, as the page sends it.</summary>
    public WebCall Voucher()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"w{run}-{Interlocked.Increment(ref made)}");
        return new(token, csrf, "/api/requests/prepare-voucher", Encoding.UTF8.GetBytes(
            $$"""{"id":"{{id}}","book":"{{owner}}","date":"{{Open}}-28","summary":"收租金","type":"记","lines":[{"account":"10201","debitFen":123400},{"account":"50101","creditFen":123400}]}"""), () => last = id);
    }

    private WebCall Report(string name, string more = "") => Read($"/api/reports/{name}?format=view&book={owner}&month={Open}{more}");

    private WebCall Read(string path) => new(token, csrf, path);
}
