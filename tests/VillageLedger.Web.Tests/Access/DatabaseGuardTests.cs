using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>With the program's own filter switched off the database shows of another's village no cell that is its alone: no amount, no count, no word, no id.</summary>
[Collection(nameof(AccessWorld))]
public sealed class DatabaseGuardTests(AccessWorld world)
{
    /// <summary>Who sees one village, a township of two, a company of the second.</summary>
    private static readonly string[] Few = ["cashier", "accountant", "centre", "manager"];

    private static readonly string[] Prints = ["/api/print/voucher?voucher=v{n}&format=html", "/api/print/vouchers?book=village/{code}&month=2026-01&format=html", "/api/print/cover?book=village/{code}&month=2026-01&format=html"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_cell_of_a_village_is_shown_to_whoever_may_not_see_it()
    {
        var cells = await CellsByVillageAsync();
        cells.Values.Sum(one => one.Count).ShouldBeGreaterThan(200);
        var state = Scopes.StateOf(world.Node.Ledger);
        state.IsProgramOff = true;
        try
        {
            (await ShownAsync(cells)).ShouldBeEmpty();
            state.IsDatabaseOff = true;
            // The check sees what there is to see.
            (await ShownAsync(cells)).Count.ShouldBeGreaterThan(100);
        }
        finally
        {
            (state.IsProgramOff, state.IsDatabaseOff) = (false, false);
        }
    }

    [Fact]
    public async Task No_fact_no_register_and_no_print_of_a_village_is_shown_to_whoever_may_not_see_it()
    {
        var state = Scopes.StateOf(world.Node.Ledger);
        var newest = (await world.Node.Ledger.Log.NewestAsync(Cancellation)).Position;
        state.IsProgramOff = true;
        try
        {
            var told = new ConcurrentBag<string>();
            var asked = from user in AccessWorld.Users
                        where Few.Contains(user.User)
                        from address in Enumerable.Range(1, (int)newest).Select(position => $"/api/facts/{position}").Append("/api/streams/venture/lian").Append("/api/streams/company/" + AccessWorld.Company)
                            .Concat(Prints.SelectMany(print => AccessWorld.Villages, (print, village) => print.Replace("{code}", village.Code, StringComparison.Ordinal).Replace("{n}", village.Code[^1..], StringComparison.Ordinal)))
                        select (user, address);
            await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (one, _) =>
            {
                using var answer = await world.Node.SendAsync(HttpMethod.Get, one.address, user: one.user.User);
                var text = await answer.Content.ReadAsStringAsync(Cancellation);
                if ((int)answer.StatusCode >= 500) told.Add($"{one.address} {text}");
                // Names of villages are told by whatever gives names to addresses.
                foreach (var canary in AccessWorld.Unseen(one.user.Sees).SelectMany(village => AccessWorld.CanariesOf(village).SkipLast(1)).Where(text.Contains)) told.Add($"{one.user.User} {one.address} tells {canary}");
            });
            told.Order(StringComparer.Ordinal).ShouldBeEmpty();
        }
        finally
        {
            state.IsProgramOff = false;
        }
    }

    /// <summary>Cells that a report holds of one village and of no other: as the regulator sees them.</summary>
    private async Task<Dictionary<(string Report, string Village), HashSet<string>>> CellsByVillageAsync()
    {
        var all = new ConcurrentDictionary<(string Report, string Village), HashSet<string>>();
        await ForEachReportAsync(AccessWorld.Users.Where(user => user.User == "regulator"), (_, report, village, cells) => all[(report, village.Code)] = cells);
        return all.ToDictionary(one => one.Key, one => one.Value.Where(cell => !AccessWorld.Villages.Any(other => other.Code != one.Key.Village && all.TryGetValue((one.Key.Report, other.Code), out var others) && others.Contains(cell))
            // Who he is, is no secret; nor is nothing.
            && !AccessWorld.Villages.Any(village => cell == village.Code || cell == village.Address || cell == village.Name)).ToHashSet(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> ShownAsync(Dictionary<(string Report, string Village), HashSet<string>> cells)
    {
        var shown = new ConcurrentBag<string>();
        await ForEachReportAsync(AccessWorld.Users.Where(user => Few.Contains(user.User)), (user, report, _, told) =>
        {
            foreach (var unseen in AccessWorld.Unseen(user.Sees))
                foreach (var cell in told.Where(cell => cells.TryGetValue((report, unseen.Code), out var its) && its.Contains(cell))) shown.Add($"{user.User} {report} {unseen.Name}: {cell}");
        });
        return [.. shown.Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task ForEachReportAsync(IEnumerable<(string User, Grant Grant, int[] Sees)> users, Action<(string User, Grant Grant, int[] Sees), string, AccessWorld.CanaryVillage, HashSet<string>> take)
    {
        var asked = from user in users from report in ReportEndpoints.OffersOf(Language.English).All from village in AccessWorld.Villages select (user, report, village);
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (one, _) =>
        {
            var (status, view) = await world.Node.GetAsync(AccessMatrixTests.Address(one.report, one.village, "view"), one.user.User);
            if (status == (int)HttpStatusCode.OK) take(one.user, one.report.Name, one.village, CellsOf(view));
        });
    }

    /// <summary>Every cell of the rows, the totals and the head that says something.</summary>
    private static HashSet<string> CellsOf(JsonElement view) =>
    [
        .. view.GetProperty("rows").EnumerateArray().SelectMany(row => row.EnumerateArray())
            .Concat(view.TryGetProperty("totals", out var totals) && totals.ValueKind == JsonValueKind.Array ? totals.EnumerateArray() : [])
            .Concat(view.GetProperty("head").EnumerateArray().Where(head => head.TryGetProperty("value", out _)).Select(head => head.GetProperty("value")))
            .Select(cell => cell.ToString()).Where(cell => cell.Length > 1 && cell is not ("True" or "False")),
    ];
}
