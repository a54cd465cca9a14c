using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Ventures;

/// <summary>Nine villages with books, and the complex that they own in equal parts: 900,000,000.00 yuan, twenty years, in service from 2025-12.</summary>
internal sealed class NineVillages : IAsyncDisposable
{
    public const long CostFen = 90_000_000_000;
    public const long MonthFen = 225_000_000;

    private NineVillages(TestLedger ledger) => (Ledger, Models) = (ledger, new(ledger.Log));

    public TestLedger Ledger { get; }

    public ReadModels Models { get; }

    public static IReadOnlyList<string> Codes { get; } = [.. Enumerable.Range(201, 9).Select(n => $"330110112{n}")];

    public static IReadOnlyList<string> Holders { get; } = [.. Codes.Select(code => "village/" + code)];

    /// <summary>Villages, books and the venture with its standing authorisations; no shares yet.</summary>
    public static async Task<NineVillages> FoundedAsync(string form = "co-owned")
    {
        var nine = new NineVillages(await TestLedger.NewAsync());
        foreach (var code in Codes)
            await nine.Ledger.DoneAsync(Say.RegisterVillage("r" + code, code, $"{code[^1]}号村"), Say.OpenBook("2026-11", owner: "village/" + code, id: "o" + code));
        await nine.Ledger.DoneAsync(SayVenture.Found(form));
        foreach (var holder in Holders) await nine.Ledger.DoneAsync(SayVenture.Authorise(holder));
        return nine;
    }

    /// <summary>With equal shares from 2025-12-01 and the complex in service on 2025-12-31.</summary>
    public static async Task<NineVillages> InServiceAsync()
    {
        var nine = await FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Shares("2025-12-01", Holders.Select(holder => (holder, 1L))), SayVenture.Place("place", "2025-12-31", CostFen), SayVenture.Expect("2026-01", 10_000_000_000, 300_000_000));
        return nine;
    }

    public Task AllocateAsync(string id, string month, long total = MonthFen, string policy = "equal", string more = "") =>
        Ledger.DoneAsync(SayVenture.Allocate(id, month, total, policy, more: more), SayVenture.Confirm(id));

    /// <summary>The report with the name of each column as the key of a row's cells.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> AllocationAsync(Period? period = null, long? position = null, bool byMonth = false)
    {
        var table = await TableAsync(period, position, byMonth);
        return [.. table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First.Name, cell => cell.Second))];
    }

    public async Task<ReportTable> TableAsync(Period? period = null, long? position = null, bool byMonth = false, Language language = Language.English) =>
        await AllocationReport.ReadAsync(Models, await AtAsync(position), SayVenture.Id, period, byMonth, language);

    public async Task<EventStore.LogMoment> AtAsync(long? position) => position is { } given ? (await Ledger.Log.AtPositionAsync(given))! : await Ledger.Log.NewestAsync();

    public async ValueTask DisposeAsync()
    {
        await Models.DisposeAsync();
        await Ledger.DisposeAsync();
    }
}
