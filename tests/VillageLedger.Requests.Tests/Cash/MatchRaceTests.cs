using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Cash;

/// <summary>Two processes match the same statement at once: no line is matched twice.</summary>
public sealed class MatchRaceTests
{
    private const string Bank = "bank/village/330110112201/jbh";
    private const int Lines = 12;

    [Fact]
    public async Task Two_who_match_at_once_match_no_line_twice()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(
            Say.RegisterVillage(), Say.OpenBook(),
            """{"request":"register-bank-account","id":"ba1","by":"zhao","owner":"village/330110112201","bankAccount":"jbh","account":"102","bank":"农商银行","number":"201000012345678","kind":"basic"}""");
        for (var i = 1; i <= Lines; i++) await one.DoneAsync(Say.Prepare($"v{i}", lines: Say.Rent(1_000)), Say.Review($"v{i}"), Say.Post($"v{i}"));
        await one.DoneAsync(Statement(string.Join(',', Enumerable.Repeat("""{"date":"2025-01-15","amountFen":1000}""", Lines)), "st1"));

        // Both want the same lines, each with another voucher.
        var outcomes = await Task.WhenAll(Enumerable.Range(1, Lines).SelectMany(i => new[] { MatchAsync(one, $"a{i}", i, $"v{i}"), MatchAsync(two, $"b{i}", i, $"v{Lines + 1 - i}") }));
        outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done).ShouldBeGreaterThanOrEqualTo(Lines / 2);
        outcomes.Where(outcome => outcome.Kind == OutcomeKind.Refused).ShouldAllBe(outcome => outcome.Refusal!.Code == RefusalCode.StatementLineMatched || outcome.Refusal.Code == RefusalCode.VoucherLineMatched);
        var matched = (await one.FactsAsync(Bank)).OfType<StatementMatched>().ToList();
        matched.Count.ShouldBe(outcomes.Count(outcome => outcome.Kind == OutcomeKind.Done));
        matched.SelectMany(match => match.Lines).ShouldBeUnique();
        matched.SelectMany(match => match.VoucherLines).ShouldBeUnique();
    }

    [Fact]
    public async Task Two_who_bring_overlapping_statements_at_once_take_each_line_once()
    {
        await using var one = await TestLedger.NewAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(
            Say.RegisterVillage(), Say.OpenBook(),
            """{"request":"register-bank-account","id":"ba1","by":"zhao","owner":"village/330110112201","bankAccount":"jbh","account":"102","bank":"农商银行","number":"201000012345678","kind":"basic"}""");
        var lines = Enumerable.Range(1, 20).Select(day => $$"""{"date":"2025-01-{{day:D2}}","amountFen":{{day}},"balanceFen":{{day * (day + 1) / 2}}}""").ToList();
        await Task.WhenAll(one.DoAsync(Statement(string.Join(',', lines.Take(15)), "st1")), two.DoAsync(Statement(string.Join(',', lines.Skip(5)), "st2")));
        (await one.FactsAsync(Bank)).OfType<StatementRecorded>().SelectMany(recorded => recorded.Lines).Select(line => line.Date.Day).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    private static string Statement(string lines, string id) =>
        $$"""{"request":"record-statement","id":"{{id}}","by":"wang","owner":"village/330110112201","bankAccount":"jbh","lines":[{{lines}}]}""";

    private static async Task<RequestOutcome> MatchAsync(TestLedger ledger, string id, int line, string voucher)
    {
        // A conflict that was not resolved in its bounded number of tries is asked again, as its message says.
        RequestOutcome outcome;
        do
        {
            outcome = await ledger.DoAsync(
                $$"""{"request":"match-statement","id":"{{id}}","by":"wang","owner":"village/330110112201","bankAccount":"jbh","lines":[{"line":{{line}}}],"voucherLines":[{"voucher":"{{voucher}}","line":1}]}""");
        }
        while (outcome.Kind == OutcomeKind.Conflict);
        return outcome;
    }
}
