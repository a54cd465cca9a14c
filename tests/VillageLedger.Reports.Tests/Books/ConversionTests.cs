using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Books;

/// <summary>Books that go over from the chart of 2004 to that of 2023, and openings that are amended, as reports show them at any position.</summary>
public sealed class ConversionTests : IAsyncLifetime
{
    private static readonly Owner Village = Owner.Village("330110112201");
    private static readonly Period December = new(new(2023, 12), new(2023, 12));
    private static readonly Period January = new(new(2024, 1), new(2024, 1));

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(Say.RegisterVillage());
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task Each_side_of_a_conversion_is_shown_by_its_own_chart_and_a_period_across_it_is_refused()
    {
        await ledger.DoneAsync(
            Say.AddAccount("20201", "202", "工程款"), Say.OpenBook("2023-12", Say.Debit("154", 50) + "," + Say.Credit("20201", 50), "rural-2004"), Say.Close("2023-12"), Convert());
        await ledger.DoneAsync(Say.AddAccount("21102", "211", "货款"), Say.Prepare("v1", date: "2024-01-05", lines: Say.Debit("153", 7) + "," + Say.Credit("21102", 7)), Say.Review(), Say.Post());
        (await RowsAsync(December)).ShouldBe(["154 在建工程 50 0 0 0 50 0", "202 应付款 0 50 0 0 0 50", "20201 工程款 0 50 0 0 0 50"]);
        (await RowsAsync(January)).ShouldBe(["153 在建工程 50 0 7 0 57 0", "211 应付款 0 50 0 7 0 57", "21101 工程款 0 50 0 0 0 50", "21102 货款 0 0 0 7 0 7"]);
        (await RowsAsync(null)).ShouldBe(await RowsAsync(January));
        (await Should.ThrowAsync<ReportRefusedException>(() => RowsAsync(new(new(2023, 12), new(2024, 1))))).Refusal.Code.ShouldBe(RefusalCode.ReportPeriodAcrossConversion);
        (await Should.ThrowAsync<ReportRefusedException>(() => RowsAsync(new(new(2023, 1), new(2024, 12))))).Refusal.Values["before"].ShouldBe("2023-12");
    }

    [Fact]
    public async Task Before_the_conversion_was_known_the_old_books_went_on()
    {
        await ledger.DoneAsync(Say.OpenBook("2023-12", Say.Debit("154", 50) + "," + Say.Credit("311", 50), "rural-2004"), Say.Close("2023-12"));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Convert());
        (await RowsAsync(January, before)).ShouldBe(["154 在建工程 50 0 0 0 50 0", "311 公积公益金 0 50 0 0 0 50"]);
        (await RowsAsync(January)).ShouldBe(["153 在建工程 50 0 0 0 50 0", "311 公积公益金 0 50 0 0 0 50"]);
    }

    [Fact]
    public async Task An_amended_opening_counts_from_its_position_on()
    {
        await ledger.DoneAsync(Say.OpenBook("2025-06", Say.Debit("102", 50, ""","yearDebitFen":50""") + "," + Say.Credit("301", 50) + """,{"account":"501","yearCreditFen":50}"""));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Amend(Say.Debit("101", 30) + "," + Say.Credit("301", 30) + """,{"account":"501","yearCreditFen":30},{"account":"502","yearCreditFen":4}"""));
        var between = await ledger.NewestAsync();
        await ledger.DoneAsync(Amend(""));
        var june = new Period(new(2025, 6), new(2025, 6));
        (await RowsAsync(june, before)).ShouldBe(["102 银行存款 50 0 0 0 50 0", "301 资本 0 50 0 0 0 50", "501 经营收入 0 0 0 0 0 0"]);
        (await RowsAsync(june, between)).ShouldBe(["101 库存现金 30 0 0 0 30 0", "301 资本 0 30 0 0 0 30", "501 经营收入 0 0 0 0 0 0", "502 投资收益 0 0 0 0 0 0"]);
        (await RowsAsync(june)).ShouldBeEmpty();
        (await OperatingAsync(before), await OperatingAsync(between), await OperatingAsync(await ledger.NewestAsync())).ShouldBe((50L, 34L, 0L));
        await ShouldReplayAsync();

        async Task<object?> OperatingAsync(long position) =>
            (await OperatingIncome.ReadAsync(models, (await ledger.Log.AtPositionAsync(position))!, Period.OfYear(2025), IncomeScope.Village)).Rows[0][7];
    }

    [Fact]
    public async Task A_companys_turnover_before_its_book_is_that_of_the_newest_opening()
    {
        var company = Owner.Company(Say.CompanyCode);
        await ledger.DoneAsync(Say.RegisterCompany(), Say.OpenBook("2025-06", """{"account":"5001","yearCreditFen":50}""", "small-enterprise-2013", company.Address));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Amend("""{"account":"5001","yearCreditFen":30}""", company.Address));
        (await RevenueAsync(before), await RevenueAsync(await ledger.NewestAsync())).ShouldBe((50L, 30L));
        await ledger.DoneAsync(Amend("", company.Address, "ao2"));
        (await RevenueAsync(await ledger.NewestAsync())).ShouldBe(0L);
        await ShouldReplayAsync();

        async Task<long> RevenueAsync(long position) =>
            (await CompanyRevenue.ReadAsync(models, (await ledger.Log.AtPositionAsync(position))!, Say.CompanyCode, null, false, Language.English)).Rows.Sum(row => (long)row[2]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_converted_both_sides_are_equal_at_every_position(int seed)
    {
        var random = new Random(seed);
        var chart = Chart.OfVersion(Chart.Carried.Single(carried => carried.Standard == Standards.Rural2004).Version);
        // What December must have transferred stays out.
        var lowest = chart.Accounts.Where(account => account.Class is AccountClass.Asset or AccountClass.Liability or AccountClass.Equity).Select(account => account.Code.Value).Except(["321", "322", "32201", "32202"]).ToList();
        var details = new List<string>();
        await ledger.DoneAsync(Say.RegisterParty(), Say.RegisterParty("h002", id: "r4"));
        foreach (var parent in lowest.OrderBy(_ => random.Next()).Take(6).ToList())
        {
            lowest.Remove(parent);
            foreach (var digits in new[] { "01", "02" }) details.Add(parent + digits);
            await ledger.DoneAsync(Say.AddAccount(parent + "01", parent), Say.AddAccount(parent + "02", parent));
        }

        var opening = lowest.Concat(details).Where(_ => random.Next(3) > 0).SelectMany(account => Parties(account).Select(party => (Account: account, Party: party, Fen: Fen(account)))).ToList();
        opening.Add(("32202", null, -opening.Sum(line => line.Fen)));
        await ledger.DoneAsync(Say.OpenBook("2023-12", string.Join(',', opening.Select(line => Line(line.Account, line.Party, line.Fen))), "rural-2004"), Say.Close("2023-12"));
        var old = await RowsAsync(December);
        var before = await ledger.NewestAsync();

        var walk = Crosswalk.Versions.OfVersion(Crosswalk.Versions.Carried[0].Version);
        var carried = details.Select(detail => walk.Find(new(detail))?.Value ?? "").ToList();
        var free = new[] { "101", "112", "113", "121", "133", "134", "181", "213", "214", "301", "32202" }.Where(target => !carried.Exists(detail => detail.StartsWith(target, StringComparison.Ordinal))).ToArray();
        var map = opening.Where(line => random.Next(3) == 0 || walk.Find(new(line.Account)) is null)
            .Select(line => $$"""{"account":"{{line.Account}}",{{(line.Party is null ? "" : $"\"party\":\"{line.Party}\",")}}"to":[{{Split()}}]}""").ToList();
        var outcome = await ledger.DoAsync(Convert(string.Join(',', map)));
        outcome.Refusal?.Message(Language.English).ShouldBeNull($"seed {seed}");

        var converted = (await ledger.FactsAsync(Streams.Accounts(Village))).OfType<BookConverted>().Single();
        converted.Lines.GroupBy(line => (line.Account.Value, line.Party?.Code)).ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.Fen))
            .ShouldBe(opening.ToDictionary(line => (line.Account, line.Party), line => line.Fen), ignoreOrder: true, $"seed {seed}");
        converted.Opening().Sum(line => (line.DebitFen ?? 0) - (line.CreditFen ?? 0)).ShouldBe(0, $"seed {seed}");
        (await RowsAsync(December)).ShouldBe(old, $"seed {seed}");
        (await RowsAsync(December, before)).ShouldBe(old, $"seed {seed}");
        var balances = await TrialBalance.ReadAsync(models, await ledger.Log.NewestAsync(), Village, January);
        balances.Rows.Where(row => row[3] is true).Select(row => ((string)row[0]!, (long)row[4]! - (long)row[5]!))
            .ShouldBe(converted.Opening().GroupBy(line => line.Account.Value).Select(lines => (lines.Key, lines.Sum(line => (line.DebitFen ?? 0) - (line.CreditFen ?? 0)))).Where(line => line.Item2 != 0), ignoreOrder: true, $"seed {seed}");
        await ShouldReplayAsync();

        IEnumerable<string?> Parties(string account) => account is "112" or "113" or "171" or "202" ? random.Next(3) switch { 0 => [null], 1 => ["h001"], _ => [null, "h001", "h002"] } : [null];

        // Cash and banks on their side, so that December closes.
        long Fen(string account) => account.StartsWith("10", StringComparison.Ordinal) || random.Next(2) == 0 ? random.NextInt64(1, 1_000_000) : -random.NextInt64(1, 1_000_000);

        string Split()
        {
            var parts = Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.NextInt64(1, 1_000_000)).Select(part => random.Next(2) == 0
                ? $$"""{"account":"{{free[random.Next(free.Length)]}}","debitFen":{{part}}}"""
                : $$"""{"account":"{{free[random.Next(free.Length)]}}","creditFen":{{part}}}""");
            return string.Join(',', parts.Append($$"""{"account":"{{free[random.Next(free.Length)]}}"}"""));
        }
    }

    private static string Line(string account, string? party, long fen) =>
        (fen > 0 ? Say.Debit(account, fen, More(party)) : Say.Credit(account, -fen, More(party)));

    private static string More(string? party) => party is null ? "" : $$""","party":"{{party}}" """;

    private static string Convert(string map = "") => $$"""{"request":"convert-book","id":"c1","by":"zhao","book":"{{Say.Village}}","standard":"rural-2023","map":[{{map}}]}""";

    private static int amendments;

    private static string Amend(string opening, string owner = Say.Village, string? id = null) =>
        $$"""{"request":"amend-opening","id":"{{id ?? $"ao-{Interlocked.Increment(ref amendments)}"}}","by":"zhao","owner":"{{owner}}","opening":[{{opening}}]}""";

    private async Task ShouldReplayAsync() => (await Replay.CompareAsync(ledger.Log, models)).ShouldAllBe(result => result.Difference == null);

    private async Task<IReadOnlyList<string>> RowsAsync(Period? period, long? position = null)
    {
        var at = position is { } known ? (await ledger.Log.AtPositionAsync(known))! : await ledger.Log.NewestAsync();
        return [.. (await TrialBalance.ReadAsync(models, at, Village, period)).Rows.Select(row => string.Join(' ', row[0], row[1], row[4], row[5], row[6], row[7], row[10], row[11]))];
    }
}
