using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>What was asked once is done once, whatever happened since.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_twice_is_done_once_and_answered_with_its_first_position()
    {
        await using var ledger = await TestLedger.NewAsync();
        var first = await ledger.DoAsync(Say.RegisterVillage());
        first.Kind.ShouldBe(OutcomeKind.Done);
        await ledger.DoneAsync(Say.OpenBook());
        var newest = await ledger.NewestAsync();

        (await ledger.DoAsync(Say.RegisterVillage())).ShouldBe(new(first.Id, OutcomeKind.AlreadyDone, null, first.Position));
        await using var restarted = await ledger.AgainAsync();
        (await restarted.DoAsync(Say.RegisterVillage())).ShouldBe(new(first.Id, OutcomeKind.AlreadyDone, null, first.Position));
        (await restarted.DoAtomicAsync(Say.RegisterVillage())).ShouldBe([new(first.Id, OutcomeKind.AlreadyDone, null, first.Position)]);
        (await restarted.DryRunAsync(Say.RegisterVillage())).ShouldBe([new(first.Id, OutcomeKind.AlreadyDone, null, first.Position)]);
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    [Fact]
    public async Task A_request_is_recognised_though_it_would_be_refused_now()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook(), Say.Prepare());
        var review = await ledger.DoAsync(Say.Review());
        await ledger.DoneAsync(Say.Post(), Say.Close());
        await using var other = await ledger.AgainAsync();
        foreach (var one in new[] { ledger, other })
        {
            (await one.DoAsync(Say.Review())).ShouldBe(new(review.Id, OutcomeKind.AlreadyDone, null, review.Position));
            (await one.DoAsync(Say.Prepare())).Kind.ShouldBe(OutcomeKind.AlreadyDone, "its month is closed by now");
            (await one.DoAsync(Say.OpenBook())).Kind.ShouldBe(OutcomeKind.AlreadyDone);
        }
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_whether_or_not_that_could_be_done()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook(), Say.Prepare());
        string[] others =
        [
            Say.Prepare(lines: Say.Rent(7)), Say.Prepare(by: "zhao"), Say.Prepare(date: "2030-01-01"), Say.RegisterVillage(id: "v1", village: "330110112202"),
            // Another request of the same id, one that would find nothing to do.
            Say.PostAll().Replace("\"id\":\"post-vouchers-2025-01-li\"", "\"id\":\"v1\"", StringComparison.Ordinal),
        ];
        foreach (var other in others)
        {
            (await ledger.DoAsync(other)).Refusal!.Code.ShouldBe(RefusalCode.IdReused, other);
            (await ledger.DoAtomicAsync(other))[0].Refusal!.Code.ShouldBe(RefusalCode.IdReused, other);
            (await ledger.DryRunAsync(other))[0].Refusal!.Code.ShouldBe(RefusalCode.IdReused, other);
        }
    }

    [Fact]
    public async Task The_order_of_keys_and_blanks_and_nulls_are_no_other_content()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync("""{"request":"register-village","id":"r","by":"zhao","village":"330110112201","name":"稻香村","township":"径山镇","county":"余杭区"}""");
        (await ledger.DoAsync("""{ "county":"余杭区", "id":"r","by":"zhao","name":"\u7a3b香村","village":"330110112201","organisation":null,"township":"径山镇","request":"register-village" }"""))
            .Kind.ShouldBe(OutcomeKind.AlreadyDone);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_and_its_id_may_be_used_again()
    {
        await using var ledger = await TestLedger.NewAsync();
        (await ledger.DoAsync(Say.OpenBook())).Refusal!.Code.ShouldBe(RefusalCode.OwnerUnknown);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook());
    }

    /// <summary>The same line given by many callers at once: one of them did it.</summary>
    [Fact]
    public async Task Of_many_callers_with_the_same_request_at_once_one_does_it()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Say.RegisterVillage(), Say.OpenBook());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? one : two).DoAsync(Say.Prepare())));
        outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done).ShouldBe(1);
        outcomes.ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done || outcome.Kind == OutcomeKind.AlreadyDone);
        outcomes.Select(outcome => outcome.Position).Distinct().Count().ShouldBe(1);
        (await one.FactsAsync(Say.Book01)).Count.ShouldBe(1);
    }
}
