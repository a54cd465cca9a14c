using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Books;

public sealed class CorrectionsReportTests : IAsyncLifetime
{
    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook(), Say.Prepare(), Say.Review(), Say.Post());
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task Original_red_and_right_voucher_stand_together_with_what_they_did()
    {
        await ledger.DoneAsync(Correct(""), Say.Review("co1~1"), Say.Review("co1~2"), Say.Post("co1~2"));
        var waiting = await ReadAsync();
        waiting.Notes.ShouldBe(["Voucher v1: the right one is posted, the red one that takes the original back is not."]);
        await ledger.DoneAsync(Say.Post("co1~1"));
        var report = await ReadAsync();
        report.Notes.ShouldBeEmpty();
        report.Rows.Select(row => $"{row[1]} {row[2]} {row[4]} {row[5]} {row[6]} {row[8]} {row[9]} {row[10]} {row[11]} {row[12]}").ShouldBe(
        [
            "original v1 记-1 posted 102 100000 0 wang li wang", "original v1 记-1 posted 501 0 100000 wang li wang",
            "red co1~1 记-3 posted 102 -100000 0 wang li wang", "red co1~1 记-3 posted 501 0 -100000 wang li wang",
            "new co1~2 记-2 posted 102 120000 0 wang li wang", "new co1~2 记-2 posted 501 0 120000 wang li wang",
            "net    102 20000 0   ", "net    501 0 20000   ",
        ]);
    }

    [Fact]
    public async Task A_difference_is_told_from_a_right_voucher()
    {
        await ledger.DoneAsync(Correct(""","mode":"difference" """), Say.Review("co1"), Say.Post("co1"));
        (await ReadAsync(new("co1"))).Rows.Select(row => $"{row[1]} {row[6]} {row[8]} {row[9]}")
            .ShouldBe(["original 102 100000 0", "original 501 0 100000", "difference 102 20000 0", "difference 501 0 20000", "net 102 20000 0", "net 501 0 20000"]);
    }

    [Fact]
    public async Task A_correction_goes_back_over_a_conversion()
    {
        const string other = "village/330110112202";
        await ledger.DoneAsync(
            Say.RegisterVillage("rv2", "330110112202", "双溪村"),
            $$"""{"request":"open-book","id":"ob2","by":"zhao","owner":"{{other}}","standard":"rural-2004","month":"2023-12","opening":[]}""");
        await ledger.DoneAsync([.. Posted("w1", "2023-12-10", "102", "511", 600_000, "ordinary"), .. Posted("t1", "2023-12-31", "511", "321", 600_000, "transfer"), .. Posted("t2", "2023-12-31", "321", "32202", 600_000, "transfer")]);
        await ledger.DoneAsync(
            $$"""{"request":"close-month","id":"cm2","by":"li","book":"{{other}}","month":"2023-12"}""", $$"""{"request":"convert-book","id":"cb2","by":"li","book":"{{other}}","standard":"rural-2023"}""",
            """{"request":"correct-voucher","id":"w12","by":"wang","voucher":"w1","date":"2024-01-16","reason":"上年少记","lines":[{"account":"102","debitFen":650000},{"account":"501","creditFen":650000}]}""",
            Say.Review("w12"), Say.Post("w12"));
        Owner.TryParse(other, out var book).ShouldBeTrue();
        (await CorrectionsReport.ReadAsync(models, await ledger.Log.NewestAsync(), book, null, null, Language.Chinese, TestContext.Current.CancellationToken)).Rows.Select(row => $"{row[1]} {row[6]} {row[7]} {row[8]} {row[9]}").ShouldBe(
        [
            "original 102 银行存款 600000 0", "original 511 发包及上交收入 0 600000", "blue 102 银行存款 50000 0", "blue 32202 未分配收益 0 50000", "net 102 银行存款 50000 0", "net 32202 未分配收益 0 50000",
        ]);

        static IEnumerable<string> Posted(string id, string date, string debit, string credit, long fen, string kind) =>
        [
            $$"""{"request":"prepare-voucher","id":"{{id}}","by":"wang","book":"{{other}}","date":"{{date}}","summary":"年终","kind":"{{kind}}","lines":[{"account":"{{debit}}","debitFen":{{fen}}},{"account":"{{credit}}","creditFen":{{fen}}}]}""",
            Say.Review(id), Say.Post(id),
        ];
    }

    [Fact]
    public async Task Another_month_shows_nothing() => (await CorrectionsReport.ReadAsync(
        models, await ledger.Log.NewestAsync(), Book, null, new(new(2025, 3), new(2025, 3)), Language.English, TestContext.Current.CancellationToken)).Rows.ShouldBeEmpty();

    private static Owner Book => Owner.TryParse(Say.Village, out var owner) ? owner : throw new InvalidOperationException(Say.Village);

    private static string Correct(string more) =>
        $$"""{"request":"correct-voucher","id":"co1","by":"wang","voucher":"v1","date":"2025-01-20","reason":"租金少记","lines":[{{Say.Rent(120_000)}}]{{more}}}""";

    private async Task<ReportTable> ReadAsync(VoucherId? voucher = null) =>
        await CorrectionsReport.ReadAsync(models, await ledger.Log.NewestAsync(), Book, voucher, null, Language.English, TestContext.Current.CancellationToken);
}
