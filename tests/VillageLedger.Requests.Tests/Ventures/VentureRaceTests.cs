using VillageLedger.Support;
using static VillageLedger.Support.ThreeVillages;

namespace VillageLedger.Requests.Tests.Ventures;

/// <summary>Several people allocate, confirm, pay and reverse at once, in two processes.</summary>
public sealed class VentureRaceTests
{
    private static readonly OutcomeKind[] OneWins = [OutcomeKind.Done, OutcomeKind.Refused];

    [Fact]
    public async Task Of_two_allocations_of_a_month_at_once_exactly_one_wins()
    {
        await using var one = await FoundedAsync();
        await using var two = await one.AgainAsync();
        for (var i = 0; i < 12; i++)
        {
            var both = await Task.WhenAll(one.DoAsync(Allocate($"a{i}")), two.DoAsync(Allocate($"b{i}")));
            both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
            both.Single(outcome => outcome.Refusal is not null).Refusal!.Code.ShouldBe(RefusalCode.MonthAllocated);
            await one.DoneAsync(Reverse($"r{i}", both[0].Refusal is null ? $"a{i}" : $"b{i}"));
        }

        (await VentureLaws.HoldAsync(one)).Ventures.Single().Allocations.Count.ShouldBe(12);
    }

    [Fact]
    public async Task Of_two_confirmations_at_once_exactly_one_wins()
    {
        await using var one = await FoundedAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Allocate("a"));
        var both = await Task.WhenAll(one.DoAsync(Confirm("c1", "a")), two.DoAsync(Confirm("c2", "a", "sun")));
        both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
        (await VentureLaws.HoldAsync(one)).Appends.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Of_two_payments_of_the_whole_part_at_once_exactly_one_wins()
    {
        await using var one = await FoundedAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Allocate("a"), Confirm("c", "a"));
        var both = await Task.WhenAll(one.DoAsync(Pay("p1", "a", Villages[1], 3_000_000, "k1")), two.DoAsync(Pay("p2", "a", Villages[1], 3_000_000, "k2")));
        both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
        both.Single(outcome => outcome.Refusal is not null).Refusal!.Code.ShouldBe(RefusalCode.PaymentBeyondPart);
        await VentureLaws.HoldAsync(one);
    }

    [Fact]
    public async Task A_village_closing_its_month_and_the_allocation_do_not_pass_each_other()
    {
        await using var one = await FoundedAsync();
        await using var two = await one.AgainAsync();
        var both = await Task.WhenAll(
            one.DoAsync(Allocate("a")), two.DoAsync($$"""{"request":"close-month","id":"close","by":"sun","book":"{{Villages[2]}}","month":"2026-01"}"""));
        both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
        both.Single(outcome => outcome.Refusal is not null).Refusal!.Code.ShouldBeOneOf(RefusalCode.BookMonthClosed, RefusalCode.MonthNotReady);
    }

    /// <summary>Whoever comes first: nothing is owed twice, paid twice or half posted, at no append's end.</summary>
    [Fact]
    public async Task Sixty_four_callers_allocate_confirm_pay_and_reverse_and_the_laws_hold()
    {
        await using var one = await FoundedAsync();
        await using var two = await one.AgainAsync();
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => CallAsync(caller % 2 == 0 ? one : two, caller, new Random(seed + caller)))));

        var laws = await VentureLaws.HoldAsync(one);
        var counts = outcomes.SelectMany(outcome => outcome).CountBy(outcome => outcome.Kind).ToDictionary();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", counts));
        counts.GetValueOrDefault(OutcomeKind.Done).ShouldBeGreaterThan(8);
        counts.GetValueOrDefault(OutcomeKind.Refused).ShouldBeGreaterThan(20);
        laws.Ventures.Single().Allocations.ShouldNotBeEmpty();
        (await one.QueryAsync<long>("select count(*) from ledger.mt_events where type = 'voucher-posted.1'"))[0].ShouldBeGreaterThan(4);
    }

    /// <summary>Ten requests of one caller, about allocations that any caller may have made.</summary>
    private static async Task<List<RequestOutcome>> CallAsync(TestLedger ledger, int caller, Random random)
    {
        var outcomes = new List<RequestOutcome>();
        for (var step = 0; step < 10; step++)
        {
            var id = $"x{caller}-{step}";
            var month = $"2026-0{random.Next(1, 3)}";
            var any = $"x{random.Next(64)}-{random.Next(step + 1)}";
            outcomes.Add(await ledger.DoAsync(random.Next(10) switch
            {
                < 3 => Allocate(id, month, $"maker{caller}"),
                < 5 => Confirm(id, await NewestAsync(ledger, "income-allocated.1", "allocation") ?? any, $"checker{caller}"),
                < 8 => Pay(id, await NewestAsync(ledger, "allocation-confirmed.1", "allocation") ?? any, Villages[random.Next(3)], random.Next(1, 1_000_000), $"k{random.Next(200)}", "2026-02-28"),
                8 => Return(id, await NewestAsync(ledger, "allocation-paid.1", "payment") ?? any),
                _ => Reverse(id, random.Next(2) == 0 ? await NewestAsync(ledger, "income-allocated.1", "allocation") ?? any : any),
            }));
        }

        return outcomes;
    }

    /// <summary>What the newest fact of a type is about, whatever became of it.</summary>
    private static async Task<string?> NewestAsync(TestLedger ledger, string type, string field)
    {
        var newest = await ledger.QueryAsync<string>($"select data ->> '{field}' from ledger.mt_events where type = '{type}' order by seq_id desc limit 1");
        return newest.Count == 0 ? null : newest[0];
    }

    private static async Task<TestLedger> FoundedAsync()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync([.. Founded()]);
        return ledger;
    }
}
