using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>
/// Two processes decide at once on what both have read. Made certain here: the first decides on what a dry run left in its memory,
/// and the second is done in between. What the first may still do is decided again.
/// </summary>
public sealed class RaceTests
{
    private static readonly string[] Posted = [Say.RegisterVillage(), Say.OpenBook(), Say.Prepare(), Say.Review(), Say.Post()];

    [Theory]
    [InlineData("2025-01-20", "2025-02-10")]
    [InlineData("2025-02-10", "2025-01-20")]
    public async Task A_voucher_is_reversed_once_though_two_prepare_it_in_two_months(string first, string second)
    {
        await using var race = await Race.AfterAsync(Posted);
        (await race.RunAsync(Say.Reverse(date: first), Say.Reverse(date: second, id: "red2"))).Refusal!.Code.ShouldBe(RefusalCode.VoucherAlreadyReversed);
    }

    [Fact]
    public async Task A_red_voucher_waiting_in_February_is_seen_from_March()
    {
        await using var race = await Race.AfterAsync([.. Posted, Say.Close()]);
        (await race.RunAsync(Say.Reverse(date: "2025-03-10"), Say.Reverse(date: "2025-02-20", id: "red2"))).Refusal!.Code.ShouldBe(RefusalCode.VoucherAlreadyReversed);
    }

    [Fact]
    public async Task An_account_that_gets_its_first_detail_takes_no_posting_any_more()
    {
        await using var race = await Race.AfterAsync([.. Posted, Say.Prepare("v2"), Say.Review("v2")]);
        (await race.RunAsync(Say.Post("v2"), Say.AddAccount("10201", "102"))).Refusal!.Code.ShouldBe(RefusalCode.AccountHasDetails);
    }

    [Fact]
    public async Task Posting_all_is_held_up_by_a_first_detail_too()
    {
        await using var race = await Race.AfterAsync([.. Posted, Say.Prepare("v2"), Say.Review("v2")]);
        (await race.RunAsync(Say.PostAll(), Say.AddAccount("50101", "501"))).Refusal!.Code.ShouldBe(RefusalCode.AccountHasDetails);
    }

    [Fact]
    public async Task A_book_is_opened_once()
    {
        await using var race = await Race.AfterAsync(Say.RegisterVillage());
        (await race.RunAsync(Say.OpenBook(), Say.OpenBook(id: "o2", standard: "rural-2004"))).Refusal!.Code.ShouldBe(RefusalCode.BookAlreadyOpen);
    }

    [Fact]
    public async Task An_account_of_the_book_just_opened_is_judged_by_its_chart()
    {
        await using var race = await Race.AfterAsync(Say.RegisterVillage());
        // 56101 lies in the chart of 2004 alone.
        (await race.RunAsync(Say.AddAccount("56101", "561"), Say.OpenBook())).Refusal!.Code.ShouldBe(RefusalCode.ParentUnknown);
    }

    [Fact]
    public async Task A_township_gets_one_name()
    {
        await using var race = await Race.AfterAsync();
        (await race.RunAsync(Say.RegisterVillage(), Say.RegisterVillage("r2", "330110112202", "双溪村", "径山街道"))).Refusal!.Code.ShouldBe(RefusalCode.PlaceHasAnotherName);
    }

    [Fact]
    public async Task Two_villages_of_one_township_are_both_registered()
    {
        await using var race = await Race.AfterAsync();
        (await race.RunAsync(Say.RegisterVillage(), Say.RegisterVillage("r2", "330110112202", "双溪村"))).Kind.ShouldBe(OutcomeKind.Done);
        (await race.First.QueryAsync<long>("select count(*) from ledger.mt_events where type = 'place-named.1'")).ShouldBe([2L]);
    }

    [Fact]
    public async Task A_month_is_not_closed_over_a_voucher_just_prepared()
    {
        await using var race = await Race.AfterAsync(Posted);
        (await race.RunAsync(Say.Close(), Say.Prepare("v2"))).Refusal!.Code.ShouldBe(RefusalCode.MonthNotReady);
    }

    [Fact]
    public async Task A_month_just_closed_takes_no_voucher()
    {
        await using var race = await Race.AfterAsync(Posted);
        (await race.RunAsync(Say.Prepare("v2"), Say.Close())).Refusal!.Code.ShouldBe(RefusalCode.MonthClosed);
    }

    [Fact]
    public async Task A_red_voucher_is_posted_while_its_original_is_marked_by_no_other()
    {
        await using var race = await Race.AfterAsync([.. Posted, Say.Prepare("v2", date: "2025-02-01"), Say.Close(), Say.Reverse(date: "2025-02-10"), Say.Review("red1")]);
        // The other process writes the month of the original (nothing can, but its memory does not know) and the month of the red voucher.
        (await race.RunAsync(Say.Post("red1"), Say.Review("v2"))).Kind.ShouldBe(OutcomeKind.Done);
        (await race.First.FactsAsync(Say.Book01)).OfType<VoucherReversed>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_voucher_amended_meanwhile_is_not_posted_as_reviewed_before()
    {
        await using var race = await Race.AfterAsync([.. Posted, Say.Prepare("v2"), Say.Review("v2")]);
        (await race.RunAsync(Say.Post("v2"), Say.Amend("v2"))).Refusal!.Code.ShouldBe(RefusalCode.VoucherNotReviewed);
    }

    /// <summary>Both at once and not one after the other, over and over: whoever is first, one law holds.</summary>
    [Fact]
    public async Task Of_two_at_once_one_wins()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        for (var i = 0; i < 12; i++)
        {
            var (village, other) = ($"3301101{i + 10:D2}201", $"3301101{i + 10:D2}202");
            var names = await Task.WhenAll(
                one.DoAsync(Say.RegisterVillage($"a{i}", village, township: "甲镇")), two.DoAsync(Say.RegisterVillage($"b{i}", other, township: "乙镇")));
            names.Select(outcome => outcome.Kind).Order().ShouldBe([OutcomeKind.Done, OutcomeKind.Refused]);
            var owner = "village/" + (names[0].Kind == OutcomeKind.Done ? village : other);
            var books = await Task.WhenAll(one.DoAsync(Say.OpenBook(owner: owner, id: $"oa{i}")), two.DoAsync(Say.OpenBook(owner: owner, id: $"ob{i}")));
            books.Select(outcome => outcome.Kind).Order().ShouldBe([OutcomeKind.Done, OutcomeKind.Refused]);
            await one.DoneAsync(Say.Prepare($"v{i}", book: owner), Say.Review($"v{i}"), Say.Post($"v{i}"));
            var reds = await Task.WhenAll(
                one.DoAsync(Say.Reverse($"v{i}", "2025-01-31", $"ra{i}")), two.DoAsync(Say.Reverse($"v{i}", "2025-02-01", $"rb{i}")));
            reds.Select(outcome => outcome.Kind).Order().ShouldBe([OutcomeKind.Done, OutcomeKind.Refused]);
        }
    }

    private sealed class Race(TestLedger first, TestLedger second) : IAsyncDisposable
    {
        public TestLedger First { get; } = first;

        public static async Task<Race> AfterAsync(params string[] done)
        {
            var first = await TestLedger.NewAsync();
            await first.DoneAsync(done);
            return new(first, await first.AgainAsync());
        }

        /// <summary>What becomes of <paramref name="late"/>, decided before <paramref name="early"/> was done and stored after it.</summary>
        public async Task<RequestOutcome> RunAsync(string late, string early)
        {
            (await First.DryRunAsync(late))[0].Kind.ShouldBe(OutcomeKind.Done, "it could be done before");
            await second.DoneAsync(early);
            return await First.DoAsync(late);
        }

        public async ValueTask DisposeAsync()
        {
            await First.DisposeAsync();
            await second.DisposeAsync();
        }
    }
}
