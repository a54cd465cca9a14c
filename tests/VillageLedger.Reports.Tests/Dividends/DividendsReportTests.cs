using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Dividends;

/// <summary>A company's dividend from the proposal to what nobody came for.</summary>
public sealed class DividendsReportTests : IAsyncLifetime
{
    private const string First = "village/330110112201";
    private const string Second = "village/330110112202";

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    private static Owner Company => Owner.Company(Say.CompanyCode);

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterVillage("r9", "330110112202", "溪塔村"), Say.OpenBook("2024-12"),
            Say.RegisterCompany(shareholders: $$"""{"holder":"{{First}}","subscribedFen":600,"paidInFen":300},{"holder":"{{Second}}","subscribedFen":400,"paidInFen":100}"""),
            Say.OpenBook("2024-12", Say.Debit("1002", 400) + "," + Say.Credit("3001", 400), "small-enterprise-2013", Company.Address, "oc"),
            Say.Prepare("v1", date: "2024-12-15", lines: Say.Debit("1002", 10_000) + "," + Say.Credit("5001", 10_000), book: Company.Address), Say.Review(), Say.Post());
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_dividend_is_shown_as_it_was_known_at_each_step()
    {
        await ledger.DoneAsync(Propose("d1"));
        var proposed = await ledger.NewestAsync();
        await ledger.DoneAsync(Resolve("d1"));
        var resolved = await ledger.NewestAsync();
        await ledger.DoneAsync(Pay("p1", First, 500), Pay("p2", First, 250), """{"request":"mark-unclaimed","id":"u1","by":"zhao","dividend":"d1","holder":"village/330110112202","date":"2025-01-25","reason":"无人领取"}""");
        var paid = await ledger.NewestAsync();
        await ledger.DoneAsync("""{"request":"return-dividend-payment","id":"rt","by":"zhao","payment":"p1","date":"2025-01-26","reason":"账号有误"}""", Pay("p3", Second, 10));
        (await RowsAsync(proposed)).ShouldBe(["d1 2024 - 0 0 0 proposed 1000 False False"]);
        (await RowsAsync(resolved)).ShouldBe([$"d1 2024 {First} 750 0 750 resolved 1000 True False", $"d1 2024 {Second} 250 0 250 resolved 1000 True False"]);
        (await RowsAsync(paid)).ShouldBe([$"d1 2024 {First} 750 750 0 resolved 1000 False False", $"d1 2024 {Second} 250 0 250 resolved 1000 True True"]);
        (await RowsAsync()).ShouldBe([$"d1 2024 {First} 750 250 500 resolved 1000 True False", $"d1 2024 {Second} 250 10 240 resolved 1000 True False"]);
    }

    [Fact]
    public async Task What_was_withdrawn_owes_nobody_anything()
    {
        await ledger.DoneAsync(Propose("d1"), Resolve("d1"), """{"request":"withdraw-dividend","id":"w1","by":"zhao","dividend":"d1","reason":"方案有误"}""");
        (await RowsAsync()).ShouldBe(["d1 2024 - 0 0 0 withdrawn 1000 False False"]);
        (await DividendsReport.ReadAsync(models, await ledger.Log.NewestAsync(), null, HolderOf(First), null)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_holder_sees_its_own_parts_and_a_period_the_dividends_of_its_years()
    {
        await ledger.DoneAsync(Propose("d1"), Resolve("d1"));
        var of = await DividendsReport.ReadAsync(models, await ledger.Log.NewestAsync(), null, HolderOf(Second), Period.OfYear(2024));
        of.Rows.Select(row => $"{row[2]} {row[3]} {row[6]} {row[11]} {row[14]}").ShouldBe([$"{Second} 250 溪塔村 100 稻香强村公司"]);
        (await DividendsReport.ReadAsync(models, await ledger.Log.NewestAsync(), Company, null, Period.OfYear(2025))).Rows.ShouldBeEmpty();
    }

    private static string Propose(string id) => $$"""{"request":"propose-dividend","id":"prop-{{id}}","by":"wang","dividend":"{{id}}","payer":"{{Company}}","year":2024,"steps":[{"kind":"distribute","amountFen":1000}]}""";

    private static string Resolve(string id) =>
        $$"""{"request":"resolve-dividend","id":"res-{{id}}","by":"li","dividend":"{{id}}","body":"股东会","basis":"votingRights","votesFor":51,"votesEntitled":100,"resolvedOn":"2025-01-20","recordDate":"2025-01-20","resolution":"决议"}""";

    private static string Pay(string id, string holder, long fen) =>
        $$"""{"request":"pay-dividend","id":"{{id}}","by":"zhao","dividend":"d1","holder":"{{holder}}","date":"2025-01-22","amountFen":{{fen}},"bankAccount":"201000012345678","reference":"F-{{id}}"}""";

    private static Holder HolderOf(string address) => Holder.TryParse(address, out var holder) ? holder : throw new ArgumentException(address);

    /// <summary>Dividend, year, holder, declared, paid, unpaid, state, proposed, overdue, unclaimed.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync(long? position = null)
    {
        var at = position is { } given ? (await ledger.Log.AtPositionAsync(given))! : await ledger.Log.NewestAsync();
        return [.. (await DividendsReport.ReadAsync(models, at, Company, null, null)).Rows.Select(row => string.Join(' ', new[] { 0, 1, 2, 3, 4, 5, 7, 12, 9, 10 }.Select(i => row[i] ?? "-")))];
    }
}
