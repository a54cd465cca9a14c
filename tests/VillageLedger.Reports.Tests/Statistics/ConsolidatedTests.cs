using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Statistics;

/// <summary>Plain sums and consolidated figures of two villages and their company side by side.</summary>
public sealed class ConsolidatedTests : IAsyncLifetime
{
    private const string Other = "village/330110112202";
    private const string Company = "company/" + Say.CompanyCode;

    private TestLedger ledger = null!;
    private ReadModels models = null!;
    private long founded;

    /// <summary>The one village lent the other 500, who knows of 400 only; both founded a company with 300 and 200; the first let it a house for 70; it declared a dividend of 50.</summary>
    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterVillage("r8", "330110112202", "小村"),
            Say.RegisterCompany(shareholders: $$"""{"holder":"{{Say.Village}}","subscribedFen":300,"paidInFen":300},{"holder":"{{Other}}","subscribedFen":200,"paidInFen":200}"""), Say.RegisterParty("c9", "company", "外部"),
            Say.OpenBook(opening: Say.Debit("102", 9_000) + "," + Say.Debit("112", 500, Party(Other)) + "," + Say.Credit("301", 9_500)), Say.OpenBook(owner: Other, id: "o8"),
            Say.OpenBook(owner: Company, id: "o9", standard: Standards.SmallEnterprise2013));
        founded = await ledger.NewestAsync();
        await PostedAsync("v1", Other, Say.Debit("102", 400), Say.Credit("211", 400, Party(Say.Village)));
        await PostedAsync("v2", Say.Village, Say.Debit("141", 300, Party(Company)), Say.Credit("102", 300));
        await PostedAsync("v3", Other, Say.Debit("141", 200, Party(Company)), Say.Credit("102", 200));
        await PostedAsync("v4", Company, Say.Debit("1002", 500), Say.Credit("3001", 300, Party(Say.Village)), Say.Credit("3001", 200, Party(Other)));
        await PostedAsync("v5", Say.Village, Say.Debit("112", 70, Party(Company)), Say.Credit("501", 70, Party(Company)));
        await PostedAsync("v6", Company, Say.Debit("5602", 70, Party(Say.Village)), Say.Credit("2241", 70, Party(Say.Village)));
        await PostedAsync("v7", Say.Village, Say.Debit("102", 1_000), Say.Credit("501", 1_000, Party("party/c9")));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task The_sum_is_what_was_taken_out_and_what_is_left()
    {
        var table = await TableAsync(companies: true);
        Lines(table, 1).ShouldBe(
        [
            "asset 11470 1070 10400", "liability 470 470 0", "equity 11000 500 10500", "difference 0 100 -100", "income 1070 70 1000", "expense 70 70 0", "surplus 1000 0 1000",
        ]);
    }

    [Fact]
    public async Task Pairs_show_both_sides_and_their_difference() => Pairs(await TableAsync(companies: true)).ShouldBe(
    [
        $"claim {Say.Village} 112 {Company} 2241 70 70 0", $"claim {Say.Village} 112 {Other} 211 500 400 100",
        $"investment {Say.Village} 141 {Company} 3001 300 300 0", $"investment {Other} 141 {Company} 3001 200 200 0",
        $"trade {Say.Village} 501 {Company} 5602 70 70 0",
    ]);

    [Fact]
    public async Task Without_companies_only_villages_are_members()
    {
        var table = await TableAsync(companies: false);
        Pairs(table).ShouldBe([$"claim {Say.Village} 112 {Other} 211 500 400 100"]);
        table.Head[1].Cell.ShouldBe(0L);
    }

    [Fact]
    public async Task A_dividend_is_taken_out_of_income_against_what_was_declared()
    {
        await PostedAsync("d1", Say.Village, Say.Debit("112", 50, Party(Company)), Say.Credit("502", 50, Party(Company)));
        await PostedAsync("d2", Company, Say.Debit("3104", 50), Say.Credit("2241", 50, Party(Say.Village)));
        Pairs(await TableAsync(companies: true)).ShouldContain($"dividend {Say.Village} 502 {Company}  50 0 50");
        Lines(await TableAsync(companies: true), 2).ShouldContain("income/rural-2023/502 50 50 0");
    }

    [Fact]
    public async Task After_the_transfer_income_of_the_year_is_the_same_and_nothing_is_untransferred()
    {
        await PostedAsync("t1", Say.Village, ",\"kind\":\"transfer\"", Say.Debit("501", 1_070), Say.Credit("321", 1_070));
        var lines = Lines(await TableAsync(companies: true), 1);
        lines.ShouldContain("income 1070 70 1000");
        lines.ShouldContain("equity 11000 500 10500");
    }

    [Fact]
    public async Task A_position_before_knows_nothing_of_it() => Pairs(await TableAsync(companies: true, position: founded)).ShouldBe(
        [$"claim {Say.Village} 112 {Other}  500 0 500"]);

    [Fact]
    public async Task Every_sum_says_what_it_is_made_of()
    {
        var table = await TableAsync(companies: true);
        table.Sources!(0, 6)!.OfType<FigureSource.Opening>().ShouldNotBeEmpty();
        table.Sources!(0, 7)!.Where(source => !Named(source)).ShouldBeEmpty();
        table.Sources!(0, 8).ShouldBeNull();
        table.Sources!(table.Rows.Count - 1, 13)!.ShouldHaveSingleItem().Sign.ShouldBe(-1);

        static bool Named(FigureSource source) => source switch { FigureSource.Lines lines => lines.Party is not null, FigureSource.Opening opening => opening.Party is not null, _ => false };
    }

    private static string Party(string address) => $",\"party\":\"{address}\"";

    private static IReadOnlyList<string> Lines(ReportTable table, long level) => [.. table.Rows.Where(row => level.Equals(row[1])).Select(row => $"{row[0]} {row[6]} {row[7]} {row[8]}")];

    private static IReadOnlyList<string> Pairs(ReportTable table) => [.. table.Rows.Where(row => 3L.Equals(row[1])).Select(row => $"{row[2]} {row[9]} {row[10]} {row[11]} {row[12]} {row[13]} {row[14]} {row[15]}")];

    private Task PostedAsync(string id, string book, params string[] lines) => PostedAsync(id, book, lines[0].StartsWith(',') ? lines[0] : "", lines[0].StartsWith(',') ? lines[1..] : lines);

    private Task PostedAsync(string id, string book, string more, string[] lines) => ledger.DoneAsync(Say.Prepare(id, lines: string.Join(',', lines), more: more, book: book), Say.Review(id), Say.Post(id));

    private async Task<ReportTable> TableAsync(bool companies, long? position = null) => await Consolidated.ReadAsync(
        models, position is { } at ? (await ledger.Log.AtPositionAsync(at))! : await ledger.Log.NewestAsync(), Period.OfYear(2025), new(StatisticsScope.Village, Place: "330110"), companies, Language.English);
}
