using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Running;

/// <summary>A file carried out as a whole, and one that is only decided.</summary>
public sealed class AtomicTests
{
    private static readonly string[] Month =
        [Say.RegisterVillage(), Say.AddAccount("10201", "102"), Say.OpenBook(), Say.Prepare(lines: Say.Debit("10201", 5) + "," + Say.Credit("501", 5)), Say.Review(), Say.Post(), Say.Close()];

    [Fact]
    public async Task Later_lines_see_what_earlier_ones_decided_and_all_are_one_append()
    {
        await using var ledger = await TestLedger.NewAsync();
        var before = await ledger.NewestAsync();
        var outcomes = await ledger.DoAtomicAsync(Month);
        outcomes.ShouldAllBe(outcome => outcome.Kind == OutcomeKind.Done);
        // Registering names the county and the township, too.
        outcomes.Select(outcome => outcome.Position - before).ShouldBe([3, 4, 5, 6, 7, 8, 9]);
        (await ledger.QueryAsync<long>("select distinct append_end from ledger.request where id = 'v1' or id = 'r1'")).ShouldBe([before + 9]);
        (await ledger.QueryAsync<DateTime>($"select distinct timestamp from ledger.mt_events where seq_id > {before}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_refused_line_stops_all_and_the_others_say_so()
    {
        await using var ledger = await TestLedger.NewAsync();
        var before = await ledger.NewestAsync();
        var outcomes = await ledger.DoAtomicAsync([.. Month, Say.Prepare("v2", lines: Say.Debit("102", 5) + "," + Say.Credit("501", 4)), "{"]);
        outcomes.Select(outcome => outcome.Refusal!.Code).ShouldBe([.. Enumerable.Repeat(RefusalCode.AtomicNotDone, Month.Length), RefusalCode.MonthClosed, RefusalCode.JsonInvalid]);
        (await ledger.NewestAsync()).ShouldBe(before);
        (await ledger.QueryAsync<long>("select count(*) from ledger.request where id = 'v1'")).ShouldBe([0L]);
    }

    [Fact]
    public async Task Lines_that_were_done_before_stay_done_and_the_rest_is_added()
    {
        await using var ledger = await TestLedger.NewAsync();
        var first = await ledger.DoAsync(Month[0]);
        await ledger.DoneAsync(Month[1], Month[2]);
        var before = await ledger.NewestAsync();
        await using var other = await ledger.AgainAsync();
        var outcomes = await other.DoAtomicAsync(Month);
        outcomes.Select(outcome => outcome.Kind).ShouldBe([OutcomeKind.AlreadyDone, OutcomeKind.AlreadyDone, OutcomeKind.AlreadyDone, OutcomeKind.Done, OutcomeKind.Done, OutcomeKind.Done, OutcomeKind.Done]);
        outcomes[0].Position.ShouldBe(first.Position);
        (await ledger.NewestAsync()).ShouldBe(before + 4);
        (await ledger.DoAtomicAsync(Month)).ShouldAllBe(outcome => outcome.Kind == OutcomeKind.AlreadyDone && outcome.Position != null);
    }

    [Fact]
    public async Task The_same_line_twice_in_a_file_is_done_once_and_said_to_be()
    {
        await using var ledger = await TestLedger.NewAsync();
        var outcomes = await ledger.DoAtomicAsync(Say.RegisterVillage(), Say.RegisterVillage());
        outcomes.Select(outcome => outcome.Kind).ShouldBe([OutcomeKind.Done, OutcomeKind.AlreadyDone]);
        outcomes[1].Position.ShouldBe(outcomes[0].Position);
    }

    [Fact]
    public async Task The_same_id_for_two_things_in_a_file_stops_all()
    {
        await using var ledger = await TestLedger.NewAsync();
        var before = await ledger.NewestAsync();
        var outcomes = await ledger.DoAtomicAsync(Say.RegisterVillage(), Say.RegisterVillage(village: "330110112202"));
        outcomes.Select(outcome => outcome.Refusal!.Code).ShouldBe([RefusalCode.AtomicNotDone, RefusalCode.IdReused]);
        (await ledger.NewestAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_line_twice_in_a_file_that_is_refused_is_done_by_neither()
    {
        await using var ledger = await TestLedger.NewAsync();
        var outcomes = await ledger.DoAtomicAsync(Say.RegisterVillage(), Say.RegisterVillage(), "{");
        outcomes.Select(outcome => outcome.Refusal!.Code).ShouldBe([RefusalCode.AtomicNotDone, RefusalCode.AtomicNotDone, RefusalCode.JsonInvalid]);
    }

    [Fact]
    public async Task An_empty_file_is_done()
    {
        await using var ledger = await TestLedger.NewAsync();
        (await ledger.DoAtomicAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_another_process_carries_out_at_the_same_time_is_done_once()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        var before = await one.NewestAsync();
        var both = await Task.WhenAll(one.DoAtomicAsync(Month), two.DoAtomicAsync(Month), one.DoAtomicAsync(Month));
        both.Count(outcomes => outcomes.All(outcome => outcome.Kind == OutcomeKind.Done)).ShouldBe(1);
        both.Count(outcomes => outcomes.All(outcome => outcome.Kind == OutcomeKind.AlreadyDone)).ShouldBe(2);
        both.Select(outcomes => string.Join(',', outcomes.Select(outcome => outcome.Position))).Distinct().Count().ShouldBe(1);
        (await one.NewestAsync()).ShouldBe(before + 9);
    }

    [Fact]
    public async Task A_dry_run_decides_one_line_on_top_of_the_other_and_writes_nothing()
    {
        await using var ledger = await TestLedger.NewAsync();
        var before = await ledger.QueryAsync<string>("select (select count(*) from ledger.mt_events) || ' ' || (select count(*) from ledger.request) || ' ' || (select count(*) from ledger.mt_streams)");
        var outcomes = await ledger.DryRunAsync([.. Month, Say.Prepare("v2"), Say.RegisterParty(kind: "person", name: "张三丰")]);
        outcomes.Select(outcome => outcome.Kind).ShouldBe([.. Enumerable.Repeat(OutcomeKind.Done, Month.Length), OutcomeKind.Refused, OutcomeKind.Done]);
        outcomes.ShouldAllBe(outcome => outcome.Position == null);
        (await ledger.QueryAsync<string>("select (select count(*) from ledger.mt_events) || ' ' || (select count(*) from ledger.request) || ' ' || (select count(*) from ledger.mt_streams)")).ShouldBe(before);
        (await ledger.QueryAsync<bool>("select to_regnamespace('persons') is null")).ShouldBe([true]);
        // Nothing of it is remembered, either.
        (await ledger.DoAsync(Say.Prepare())).Refusal!.Code.ShouldBe(RefusalCode.BookNotOpen);
        await ledger.DoneAsync(Month);
    }

    [Fact]
    public async Task After_an_atomic_file_that_was_refused_nothing_of_it_is_remembered()
    {
        await using var ledger = await TestLedger.NewAsync();
        await ledger.DoAtomicAsync([.. Month, "{"]);
        (await ledger.DoAsync(Say.Review())).Refusal!.Code.ShouldBe(RefusalCode.VoucherUnknown);
        await ledger.DoneAsync(Month);
    }
}
