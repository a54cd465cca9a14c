using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Three villages of a county with a venture, a voucher posted in the first; one who sees the county, and one who sees the second village only.</summary>
public sealed class VillagesNode : IAsyncLifetime
{
    public const string County = "county";
    public const string Neighbour = "neighbour";
    public const string Village = "village/330110112201";

    internal TestNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Role[] all = [Role.Regulator, Role.Accountant, Role.Reviewer, Role.Cashier, Role.Clerk];
        Node = await TestNode.StartAsync(
            null, options => options with { Guards = new() { PerAddress = 1_000_000, PerSession = 1_000_000 } },
            new Viewer(new(County), "县", [.. all.Select(role => new Grant(role, "330110"))]), new Viewer(new(Neighbour), "邻村", [new(Role.Accountant, "330110112202")]));
        foreach (var request in ThreeVillages.Founded()) await DoneAsync(request);
        await DoneAsync($$"""{"request":"prepare-voucher","id":"v-1","by":"zhao","book":"{{Village}}","date":"2026-01-10","summary":"租金","lines":[{"account":"101","debitFen":12300},{"account":"501","creditFen":12300}]}""");
        await DoneAsync("""{"request":"review-voucher","id":"r-1","by":"li","voucher":"v-1"}""");
        await DoneAsync("""{"request":"post-voucher","id":"p-1","by":"li","voucher":"v-1"}""");
        await DoneAsync("""{"request":"reverse-voucher","id":"rev-1","by":"zhao","voucher":"v-1","date":"2026-01-11","reason":"金额有误"}""");
        await DoneAsync("""{"request":"review-voucher","id":"r-2","by":"li","voucher":"rev-1"}""");
        await DoneAsync("""{"request":"post-voucher","id":"p-2","by":"li","voucher":"rev-1"}""");
        await DoneAsync($$"""{"request":"prepare-voucher","id":"v-2","by":"zhao","book":"{{Village}}","date":"2026-01-12","summary":"租金","lines":[{"account":"101","debitFen":45600},{"account":"501","creditFen":45600}]}""");
        await DoneAsync("""{"request":"review-voucher","id":"r-3","by":"li","voucher":"v-2"}""");
        await DoneAsync("""{"request":"post-voucher","id":"p-3","by":"li","voucher":"v-2"}""");
        await DoneAsync($$"""{"request":"close-month","id":"c-1","by":"li","book":"{{Village}}","month":"2026-01"}""");
    }

    internal async Task DoneAsync(string request)
    {
        var outcome = await Node.Ledger.Requests.DoAsync(TestLedger.Read(request), TestContext.Current.CancellationToken);
        if (outcome.Refusal is { } refusal) Assert.Fail($"{refusal.Message(Language.English)}: {request}");
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
