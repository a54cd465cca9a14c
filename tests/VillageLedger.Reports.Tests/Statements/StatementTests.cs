using VillageLedger.EventStore;
using VillageLedger.Reports.Tests.Books;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Statements;

/// <summary>What an accountant looks for at the edges of the statements.</summary>
public sealed class StatementTests : IAsyncLifetime
{
    private const string Grants = "rural-2023/income-statement";

    private static readonly Owner Village = HandBook.Owner;
    private static readonly IReadOnlyList<string> GrantsVersions = [.. RowMap.Versions.Carried.Where(map => map.Name == Grants).Select(map => map.Version)];

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.RegisterParty("h001"), Say.RegisterParty("h002", id: "r4"));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task Adopting_another_row_map_changes_todays_statement_and_no_earlier_one()
    {
        await ledger.DoneAsync(Say.OpenBook());
        await PostAsync("v1", "2025-01-10", Say.Debit("102", 300), Say.Credit("501", 200), Say.Credit("503", 100));
        var before = await ledger.Log.NewestAsync();
        var then = await IncomeAsync(before);
        (Fen(then, "operating-result"), Fen(then, "net-income")).ShouldBe((300, 300), "grants stand within the operating result");

        await ledger.DoneAsync($$"""{"request":"adopt-rules","id":"ru1","by":"zhao","kind":"row-map","name":"{{Grants}}","version":"{{GrantsVersions[0]}}"}""");
        var now = await IncomeAsync(await ledger.Log.NewestAsync());
        (Fen(now, "operating-result"), Fen(now, "net-income")).ShouldBe((200, 300));
        Shown(await IncomeAsync(before)).ShouldBe(Shown(then));
        Shown(await IncomeAsync(before, GrantsVersions[0][..12])).ShouldBe(Shown(now), "by another version on request");
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_refused_with_those_that_there_are()
    {
        await ledger.DoneAsync(Say.OpenBook());
        foreach (var version in (string[])["0000", "", RowMap.Versions.Carried.First(map => map.Name != Grants).Version])
        {
            var refusal = (await Should.ThrowAsync<ReportRefusedException>(async () => await IncomeAsync(await ledger.Log.NewestAsync(), version))).Refusal;
            (refusal.Code, refusal.Values["versions"]).ShouldBe((RefusalCode.ReportRulesUnknown, string.Join(", ", GrantsVersions)));
        }
    }

    [Fact]
    public async Task Statements_of_a_period_before_the_book_or_of_no_book_are_refused()
    {
        (await RefusalAsync(Village)).ShouldBe([RefusalCode.BookNotOpen, RefusalCode.BookNotOpen, RefusalCode.BookNotOpen]);
        await ledger.DoneAsync(Say.OpenBook());
        (await RefusalAsync(Village)).ShouldBe([RefusalCode.DateBeforeBook, RefusalCode.DateBeforeBook, RefusalCode.DateBeforeBook]);
        (await RefusalAsync(Owner.Village("330110112299"))).ShouldBe([RefusalCode.BookNotOpen, RefusalCode.BookNotOpen, RefusalCode.BookNotOpen]);
    }

    [Fact]
    public async Task Internal_accounts_are_split_by_detail_and_party_and_never_netted()
    {
        await ledger.DoneAsync(
            Say.AddAccount("11301", "113"), Say.AddAccount("11302", "113"),
            Say.OpenBook(opening: $"{Say.Debit("11301", 50, H1)},{Say.Credit("11301", 20, H2)},{Say.Debit("11302", 7)},{Say.Credit("11302", 3, H1)},{Say.Credit("301", 34)}"));
        await PostAsync("v1", "2025-01-10", Say.Debit("11301", 5, H2), Say.Credit("11301", 60, H1), Say.Debit("101", 55));
        var sheet = await BalanceSheet.ReadAsync(models, await ledger.Log.NewestAsync(), Village, null, Language.English);
        (Fen(sheet, "receivables"), Fen(sheet, "receivables", "comparativeFen")).ShouldBe((7, 57));
        (Fen(sheet, "payables"), Fen(sheet, "payables", "comparativeFen")).ShouldBe((10 + 15 + 3, 23));
        Fen(sheet, "assets").ShouldBe(Fen(sheet, "liabilities-and-equity"));
    }

    [Fact]
    public async Task A_year_shows_the_same_income_before_and_after_its_transfer()
    {
        await using var year = await HandBook.NewAsync();
        await using var read = new ReadModels(year.Log);
        var newest = await year.NewestAsync();
        var last = (await year.QueryAsync<long>("select seq_id from ledger.mt_events where type = 'voucher-posted.1' and data ->> 'voucher' = 'use'")).Single();
        foreach (var position in (long[])[last, newest])
        {
            var at = (await year.Log.AtPositionAsync(position))!;
            var income = await IncomeStatement.ReadAsync(read, at, Village, Period.OfYear(2025), Language.English);
            // 7,000 before the book, 400 of rent and 300 of a claim; 1,000 before the book and 45; fertiliser for 60.
            (Fen(income, "operating-income"), Fen(income, "administrative-expenses"), Fen(income, "operating-expenses"), Fen(income, "net-income")).ShouldBe((7_700, 1_045, 60, 6_595), $"at {position}");
            (Fen(income, "closing-undistributed"), Fen(income, "opening-undistributed")).ShouldBe((6_595, 0));
            var sheet = await BalanceSheet.ReadAsync(read, at, Village, Period.OfYear(2025), Language.English);
            (Fen(sheet, "undistributed"), Fen(sheet, "assets")).ShouldBe((6_595, Fen(sheet, "liabilities-and-equity")));
        }
    }

    [Fact]
    public async Task Distributions_are_told_by_the_account_on_the_other_side_and_a_red_voucher_takes_them_back()
    {
        await ledger.DoneAsync(Say.OpenBook(opening: $"{Say.Debit("102", 1_000)},{Say.Credit("32202", 900)},{Say.Credit("311", 100)}"));
        await PostAsync("fund", "2025-01-10", Say.Debit("32201", 300), Say.Credit("311", 300));
        await PostAsync("members", "2025-01-10", Say.Debit("32201", 250), Say.Credit("113", 200, H1), Say.Credit("211", 50));
        await PostAsync("both", "2025-01-11", Say.Debit("32201", 30), Say.Credit("311", 10), Say.Credit("113", 20, H2));
        await PostAsync("loss", "2025-01-12", Say.Debit("311", 40), Say.Credit("32202", 40));
        await PostAsync("earlier", "2025-01-13", Say.Debit("32202", 9), Say.Credit("102", 9));
        await PostAsync("unclear", "2025-01-14", Say.Debit("32201", 6), Say.Debit("311", 5), Say.Credit("113", 11, H1));
        await ledger.DoneAsync(Say.Reverse("fund"), Say.Review("red1"), Say.Post("red1"));
        var income = await IncomeAsync(await ledger.Log.NewestAsync());
        string[] rows = ["opening-undistributed", "transferred-in", "to-reserve", "to-members", "other-distributions", "closing-undistributed"];
        rows.Select(row => Fen(income, row)).ShouldBe([900, 40, 10, 270, 9 + 6, 900 + 40 - 10 - 270 - 15]);
    }

    [Fact]
    public async Task A_company_shows_what_it_owes_customers_and_what_suppliers_owe_it_on_their_own_sides()
    {
        var company = Owner.Company(Say.CompanyCode);
        await ledger.DoneAsync(
            Say.RegisterCompany(),
            Say.OpenBook("2025-01", $"{Say.Credit("1122", 30)},{Say.Debit("2202", 20)},{Say.Debit("1002", 500)},{Say.Debit("4001", 10)},{Say.Credit("3001", 500)}", "small-enterprise-2013", company.Address));
        await PostInAsync("s1", "2025-01-10", company.Address, Say.Debit("1002", 200), Say.Credit("5001", 200));
        await PostInAsync("s2", "2025-01-11", company.Address, Say.Debit("3104", 60), Say.Credit("2232", 60));
        var at = await ledger.Log.NewestAsync();
        var sheet = await BalanceSheet.ReadAsync(models, at, company, null, Language.English);
        string[] rows = ["receivables", "prepayments", "payables", "advances", "inventories", "work-in-progress", "undistributed", "assets"];
        rows.Select(row => Fen(sheet, row)).ShouldBe([0, 20, 0, 30, 10, 10, 140, Fen(sheet, "liabilities-and-equity")]);
        var income = await IncomeStatement.ReadAsync(models, at, company, null, Language.English);
        (Fen(income, "net-income"), Fen(income, "to-owners"), Fen(income, "closing-undistributed")).ShouldBe((200, 60, 140));
    }

    [Fact]
    public async Task Notes_say_what_the_rows_cannot()
    {
        await ledger.DoneAsync(Say.OpenBook(opening: $"{Say.Debit("181", 40)},{Say.Debit("113", 5, H1)},{Say.Credit("113", 4, H2)},{Say.Credit("301", 41)}"));
        await PostAsync("v1", "2025-01-10", Say.Debit("513", 9), Say.Credit("102", 9));
        await ledger.DoneAsync(Say.Prepare("open", lines: Say.Rent()));
        var notes = await StatementNotes.ReadAsync(models, await ledger.Log.NewestAsync(), Village, null, Language.English);
        notes.Rows.Where(row => row[0] is not ("form" or "versions")).Select(row => $"{row[0]} {row[1]} {row[3]}").ShouldBe(
            ["abnormal 102 -9", "suspense 181 40", "internal receivable 5", "internal payable 4", "untransferred 2025-01 -9", "unposted 2025-01 ", "not-closed 2025-01 "]);
        foreach (var row in notes.Rows) ((string)row[2]!).ShouldNotContain("{");
    }

    private const string H1 = ",\"party\":\"h001\"";
    private const string H2 = ",\"party\":\"h002\"";

    private Task<ReportTable> IncomeAsync(LogMoment at, string? rules = null) => IncomeStatement.ReadAsync(models, at, Village, new(new(2025, 1), new(2025, 1)), Language.English, rules);

    private async Task<IReadOnlyList<RefusalCode>> RefusalAsync(Owner owner)
    {
        var (at, period) = (await ledger.Log.NewestAsync(), Period.OfYear(2024));
        Func<Task>[] all =
        [
            () => BalanceSheet.ReadAsync(models, at, owner, period, Language.English), () => IncomeStatement.ReadAsync(models, at, owner, period, Language.English),
            () => StatementNotes.ReadAsync(models, at, owner, period, Language.English),
        ];
        var codes = new List<RefusalCode>();
        foreach (var one in all) codes.Add((await Should.ThrowAsync<ReportRefusedException>(one)).Refusal.Code);
        return codes;
    }

    private Task PostAsync(string id, string date, params string[] lines) => PostInAsync(id, date, Say.Village, lines);

    private async Task PostInAsync(string id, string date, string book, params string[] lines) =>
        await ledger.DoneAsync(Say.Prepare(id, date: date, lines: string.Join(',', lines), book: book), Say.Review(id), Say.Post(id));

    private static string Shown(ReportTable table) => string.Join('\n', table.Rows.Select(row => string.Join(' ', row)));

    private static long Fen(ReportTable table, string row, string column = "amountFen") => (long)table.Rows.Single(one => Equals(one[0], row))[table.Columns.TakeWhile(one => one.Name != column).Count()]!;
}
