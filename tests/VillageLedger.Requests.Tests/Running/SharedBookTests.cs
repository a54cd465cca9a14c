using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>Two processes work on one book. What one of them remembers may be behind what the other wrote.</summary>
public sealed class SharedBookTests
{
    private static readonly string[] Book = [Say.RegisterVillage(), Say.OpenBook()];

    [Fact]
    public async Task Two_processes_number_the_vouchers_of_one_book_without_gaps_and_lose_none()
    {
        const int Each = 30;
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Book);
        await Task.WhenAll(from ledger in new[] { one, two } from lane in Enumerable.Range(0, 3) select WorkAsync(ledger, $"{(ledger == one ? "a" : "b")}{lane}"));

        var facts = await one.FactsAsync(Say.Book01);
        facts.OfType<VoucherPosted>().Select(posted => posted.Number).ShouldBe(Enumerable.Range(1, 2 * Each));
        facts.OfType<VoucherPosted>().Select(posted => posted.Voucher).ShouldBeUnique();
        facts.Count.ShouldBe(3 * 2 * Each);

        static async Task WorkAsync(TestLedger ledger, string lane)
        {
            for (var i = 0; i < Each / 3; i++)
                foreach (var request in new[] { Say.Prepare($"{lane}-{i}"), Say.Review($"{lane}-{i}"), Say.Post($"{lane}-{i}") })
                {
                    // A conflict that was not resolved in its bounded number of tries is asked again, as its message says.
                    RequestOutcome outcome;
                    do outcome = await ledger.DoAsync(request);
                    while (outcome.Kind == OutcomeKind.Conflict);
                    outcome.Kind.ShouldBe(OutcomeKind.Done, request);
                }
        }
    }

    [Fact]
    public async Task What_the_other_process_did_is_seen_before_a_refusal()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync([.. Book, Say.Prepare()]);
        await two.DoneAsync(Say.Review());
        // The first process remembers a voucher that is not reviewed.
        await one.DoneAsync(Say.Post());
        (await two.DoAsync(Say.Discard())).Refusal!.Code.ShouldBe(RefusalCode.VoucherPosted);
    }

    [Fact]
    public async Task What_the_other_process_did_is_seen_before_saying_that_nothing_is_to_do()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync([.. Book, Say.Prepare()]);
        await two.DoneAsync(Say.Review());
        var posted = await one.DoAsync(Say.PostAll());
        posted.Kind.ShouldBe(OutcomeKind.Done, "the first process remembers no reviewed voucher");
        (await one.FactsAsync(Say.Book01)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Vouchers_are_posted_together_in_the_order_of_their_dates()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync([.. Book, Say.Prepare("late", date: "2025-01-30"), Say.Prepare("early", date: "2025-01-02"), Say.Prepare("unreviewed", date: "2025-01-01")]);
        await two.DoneAsync(Say.Review("late"), Say.Review("early"));
        var posted = await one.DoAsync(Say.PostAll());
        posted.Kind.ShouldBe(OutcomeKind.Done);
        (await one.FactsAsync(Say.Book01)).OfType<VoucherPosted>().Select(fact => (fact.Voucher.Value, fact.Number)).ShouldBe([("early", 1), ("late", 2)]);
        posted.Position.ShouldBe(await one.NewestAsync());
        (await two.DoAsync(Say.PostAll())).ShouldBe(new(posted.Id, OutcomeKind.AlreadyDone, null, posted.Position));
    }

    [Fact]
    public async Task A_red_voucher_of_February_marks_its_original_in_closed_January_in_one_append()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync([.. Book, Say.Prepare(), Say.Review(), Say.Post(), Say.Close(), Say.Reverse(date: "2025-02-10"), Say.Review("red1")]);
        await two.DoneAsync(Say.Prepare("v2", date: "2025-02-11"), Say.Review("v2"), Say.Post("v2"));
        var posted = await one.DoAsync(Say.Post("red1"));
        posted.Kind.ShouldBe(OutcomeKind.Done);
        (await one.FactsAsync(Say.Book01))[^1].ShouldBe(new VoucherReversed(new("v1"), new("red1"), new(2025, 2)));
        (await one.FactsAsync(Say.Book02))[^1].ShouldBeOfType<VoucherPosted>().Number.ShouldBe(2);
        (await one.QueryAsync<long>($"select append_end - first_position from ledger.request where id = '{posted.Id}'")).ShouldBe([1L]);
        (await two.DoAsync(Say.Reverse(date: "2025-02-12", id: "red2"))).Refusal!.Code.ShouldBe(RefusalCode.VoucherAlreadyReversed);
        (await two.DoAsync(Say.Prepare("v3"))).Refusal!.Code.ShouldBe(RefusalCode.MonthClosed);
    }
}
