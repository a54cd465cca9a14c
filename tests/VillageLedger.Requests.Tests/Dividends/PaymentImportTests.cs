using System.Diagnostics;
using System.Globalization;
using System.Text;
using VillageLedger.Support;

namespace VillageLedger.Requests.Tests.Dividends;

/// <summary>A dividend of 3,000 members from the share register to the bank's file, on a database.</summary>
public sealed class PaymentImportTests(ITestOutputHelper output)
{
    private const int Members = 3_000;
    private const string Village = "village/330110112201";
    private const string Resolve =
        """{"request":"resolve-dividend","id":"res","by":"li","dividend":"d1","body":"成员大会","basis":"heads","votesFor":2500,"votesEntitled":3000,"publishedOn":"2025-01-02","resolvedOn":"2025-01-20","recordDate":"2025-01-20","resolution":"决议3号"}""";

    private static readonly DateOnly PaidOn = new(2025, 1, 25);

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number:D5}");

    /// <summary>1,000,000.00 yuan earned and proposed; 700,000.00 for 3,000 members with 1 to 3 shares.</summary>
    private static async Task<TestLedger> ProposedAsync(int members)
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(
            """{"request":"register-village","id":"r1","by":"zhao","village":"330110112201","name":"稻香村","township":"径山镇","county":"余杭区"}""",
            $$"""{"request":"open-book","id":"o1","by":"zhao","owner":"{{Village}}","standard":"rural-2023","month":"2024-12","opening":[]}""",
            """{"request":"open-share-register","id":"s1","by":"zhao","village":"330110112201","mode":"static","unitsPerShare":1,"from":"2025-01-01","kinds":["population"],"resolution":"决议1号"}""",
            $$"""{"request":"register-members","id":"m1","by":"zhao","village":"330110112201","members":[{{string.Join(',', Enumerable.Range(1, members).Select(i => $$"""{"member":"{{IdOf(i)}}","joinedOn":"2025-01-01","name":"某甲","shares":[{"kind":"population","units":{{1 + i % 3}}}]}"""))}}]}""",
            $$"""{"request":"prepare-voucher","id":"v1","by":"wang","book":"{{Village}}","date":"2024-12-10","summary":"收到租金","lines":[{"account":"102","debitFen":100000000},{"account":"501","creditFen":100000000}]}""",
            """{"request":"review-voucher","id":"v1r","by":"li","voucher":"v1"}""",
            """{"request":"post-voucher","id":"v1p","by":"li","voucher":"v1"}""",
            $$"""{"request":"propose-dividend","id":"pro","by":"wang","dividend":"d1","payer":"{{Village}}","year":2024}""");
        return ledger;
    }

    private static async Task<PaymentFileContent> FileAsync(TestLedger ledger, Func<int, bool> fails)
    {
        var resolved = (await ledger.FactsAsync("dividend/d1")).OfType<DividendResolved>().Single();
        var rows = resolved.Parts.Select((part, i) => $"{part.Holder.Code},622202001234{i:D4},{part.PartFen / 100}.{part.PartFen % 100:D2},F{i},{(fails(i) ? "失败,账号有误" : "成功,")}");
        return PaymentFile.Read("results.csv", Encoding.UTF8.GetBytes("持有人,账号,金额,流水号,结果,原因\n" + string.Join('\n', rows)));
    }

    private static Task<PaymentResult> PayAsync(TestLedger ledger, PaymentFileContent file, bool dryRun = false) =>
        new PaymentImport(ledger.Runner).RunAsync(file, "d1", PaidOn, new("wang"), dryRun, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Three_thousand_members_are_split_in_a_second_and_paid_from_a_file_in_three()
    {
        await using var ledger = await ProposedAsync(Members);
        // As another process of the program would do it: nothing is in memory.
        await using var first = await ledger.AgainAsync();
        var watch = Stopwatch.StartNew();
        await first.DoneAsync(Resolve);
        var resolved = watch.Elapsed;
        await using var second = await ledger.AgainAsync();
        var file = await FileAsync(second, i => i % 100 == 0);
        watch.Restart();
        var result = await PayAsync(second, file);
        var paid = watch.Elapsed;
        output.WriteLine($"resolved in {resolved.TotalMilliseconds:F0} ms, paid in {paid.TotalMilliseconds:F0} ms");
        (result.Kind, result.Paid, result.Unpaid.Count).ShouldBe((OutcomeKind.Done, 2_970, 30));
        resolved.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        paid.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task The_same_file_adds_nothing_a_second_time()
    {
        await using var ledger = await ProposedAsync(3);
        await ledger.DoneAsync(Resolve);
        var file = await FileAsync(ledger, _ => false);
        var first = await PayAsync(ledger, file);
        var newest = await ledger.NewestAsync();
        await using var again = await ledger.AgainAsync();
        (await PayAsync(again, file)).ShouldSatisfyAllConditions(second => second.Kind.ShouldBe(OutcomeKind.AlreadyDone), second => second.Position.ShouldBe(first.Position));
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    [Fact]
    public async Task A_refusal_names_the_files_row_and_nothing_is_paid()
    {
        await using var ledger = await ProposedAsync(3);
        await ledger.DoneAsync(Resolve);
        var newest = await ledger.NewestAsync();
        var file = PaymentFile.Read("results.csv", "持有人,账号,金额,流水号,结果\nm00001,6222020012345678,1,F1,成功\n\nm00009,6222020012345678,1,F2,成功"u8.ToArray());
        var result = await PayAsync(ledger, file);
        (result.Kind, result.Faults.Single().Row, result.Faults[0].Refusal.Code).ShouldBe((OutcomeKind.Refused, 4, RefusalCode.HolderWithoutPart));
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        await using var ledger = await ProposedAsync(3);
        await ledger.DoneAsync(Resolve);
        var newest = await ledger.NewestAsync();
        (await PayAsync(ledger, await FileAsync(ledger, _ => false), dryRun: true)).ShouldSatisfyAllConditions(result => result.Kind.ShouldBe(OutcomeKind.Done), result => result.Position.ShouldBeNull());
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    [Fact]
    public async Task A_file_in_which_all_failed_writes_nothing()
    {
        await using var ledger = await ProposedAsync(3);
        await ledger.DoneAsync(Resolve);
        var newest = await ledger.NewestAsync();
        (await PayAsync(ledger, await FileAsync(ledger, _ => true))).Unpaid.Count.ShouldBe(3);
        (await ledger.NewestAsync()).ShouldBe(newest);
    }
}
