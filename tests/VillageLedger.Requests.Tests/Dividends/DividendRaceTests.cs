using VillageLedger.Support;

namespace VillageLedger.Requests.Tests.Dividends;

/// <summary>Several people resolve, pay, return and withdraw a company's dividend at once, in two processes.</summary>
public sealed class DividendRaceTests
{
    private const string Company = "91330110MA2AAAAA1X";
    private static readonly string[] Villages = ["village/330110112201", "village/330110112202"];
    private static readonly OutcomeKind[] OneWins = [OutcomeKind.Done, OutcomeKind.Refused];

    [Fact]
    public async Task Of_two_resolutions_at_once_exactly_one_wins()
    {
        await using var one = await ProposedAsync();
        await using var two = await one.AgainAsync();
        var both = await Task.WhenAll(one.DoAsync(Resolve("r1")), two.DoAsync(Resolve("r2")));
        both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
        await HoldAsync(one);
    }

    /// <summary>The whole part under two references, and one payment under one reference: each is paid once.</summary>
    [Theory]
    [InlineData("k2", RefusalCode.PaymentBeyondPart)]
    [InlineData("k1", RefusalCode.PaymentTwice)]
    public async Task Of_two_payments_at_once_exactly_one_wins(string reference, RefusalCode code)
    {
        await using var one = await ProposedAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Resolve("r"));
        var both = await Task.WhenAll(one.DoAsync(Pay("p1", Villages[0], 600_000, "k1")), two.DoAsync(Pay("p2", Villages[0], 600_000, reference)));
        both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
        both.Single(outcome => outcome.Refusal is not null).Refusal!.Code.ShouldBe(code);
        await HoldAsync(one);
    }

    [Fact]
    public async Task Of_a_payment_and_a_withdrawal_at_once_exactly_one_wins()
    {
        for (var i = 0; i < 5; i++)
        {
            await using var one = await ProposedAsync();
            await using var two = await one.AgainAsync();
            await one.DoneAsync(Resolve("r"));
            var both = await Task.WhenAll(
                one.DoAsync(Pay("p", Villages[0], 1, "k")), two.DoAsync("""{"request":"withdraw-dividend","id":"w","by":"sun","dividend":"d1","reason":"计算有误"}"""));
            both.Select(outcome => outcome.Kind).Order().ShouldBe(OneWins);
            await HoldAsync(one);
        }
    }

    [Fact]
    public async Task Sixty_four_callers_pay_and_return_and_nobody_gets_more_than_was_declared()
    {
        await using var one = await ProposedAsync();
        await using var two = await one.AgainAsync();
        await one.DoneAsync(Resolve("r"));
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            var random = new Random(seed + caller);
            var ledger = caller % 2 == 0 ? one : two;
            var done = new List<RequestOutcome>();
            for (var step = 0; step < 6; step++)
                done.Add(await ledger.DoAsync(random.Next(4) > 0
                    ? Pay($"x{caller}-{step}", Villages[random.Next(2)], random.Next(1, 60_000), $"k{random.Next(100)}")
                    : $$"""{"request":"return-dividend-payment","id":"t{{caller}}-{{step}}","by":"qian","payment":"x{{random.Next(64)}}-{{random.Next(step + 1)}}","date":"2025-01-28","reason":"户名不符"}"""));
            return done;
        })));
        var counts = outcomes.SelectMany(outcome => outcome).CountBy(outcome => outcome.Kind).ToDictionary();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", counts));
        counts.GetValueOrDefault(OutcomeKind.Done).ShouldBeGreaterThan(20);
        counts.GetValueOrDefault(OutcomeKind.Refused).ShouldBeGreaterThan(20);
        await HoldAsync(one);
    }

    /// <summary>At every append's end: what the company owes a village is what the village has booked, is what was declared less what was paid.</summary>
    private static async Task HoldAsync(TestLedger ledger)
    {
        var ends = (await ledger.QueryAsync<long>("select last_position from ledger.request")).ToHashSet();
        var dividend = Dividend.Empty;
        var owed = new Dictionary<Holder, long>();
        var booked = new Dictionary<Holder, long>();
        var checks = 0;
        await foreach (var stored in ledger.Log.ReadAllAsync(0))
        {
            var fact = FactTypes.Read(stored.Type, stored.Data.Span);
            if (stored.Stream == "dividend/d1") dividend = dividend.Evolve(fact);
            if (fact is VoucherPosted posted && Streams.TryBook(stored.Stream, out var owner, out _))
                foreach (var line in posted.Lines.Where(line => line.Party is not null))
                {
                    if (line.Account.IsWithin(new("2232"))) owed[line.Party!.Value] = owed.GetValueOrDefault(line.Party.Value) + line.Credit - line.Debit;
                    if (owner.Kind == Owner.VillageKind && line.Account.IsWithin(new("112"))) booked[Holder.Of(owner)] = booked.GetValueOrDefault(Holder.Of(owner)) + line.Debit - line.Credit;
                }

            if (!ends.Contains(stored.Position)) continue;
            checks++;
            foreach (var village in Villages)
            {
                Holder.TryParse(village, out var holder).ShouldBeTrue();
                owed.GetValueOrDefault(holder).ShouldBe(booked.GetValueOrDefault(holder), $"{village} at position {stored.Position}");
                var (part, paid) = dividend.Stage == DividendStage.Resolved ? (dividend.Parts.GetValueOrDefault(holder), dividend.PaidFen.GetValueOrDefault(holder)) : (0L, 0L);
                paid.ShouldBeInRange(0, part);
                owed.GetValueOrDefault(holder).ShouldBe(part - paid, $"{village} at position {stored.Position}");
            }
        }

        checks.ShouldBeGreaterThan(8);
    }

    private static string Resolve(string id) =>
        $$"""{"request":"resolve-dividend","id":"{{id}}","by":"li","dividend":"d1","body":"股东会","basis":"votingRights","votesFor":80,"votesEntitled":100,"resolvedOn":"2025-01-15","recordDate":"2024-12-31","resolution":"r"}""";

    private static string Pay(string id, string holder, long fen, string reference) =>
        $$"""{"request":"pay-dividend","id":"{{id}}","by":"qian","dividend":"d1","holder":"{{holder}}","date":"2025-01-20","amountFen":{{fen}},"bankAccount":"2010001","reference":"{{reference}}"}""";

    /// <summary>A company of two villages, 60 to 40; profit of earlier years 20,000 yuan, of which 10,000 are to be distributed.</summary>
    private static async Task<TestLedger> ProposedAsync()
    {
        var ledger = await TestLedger.NewAsync();
        foreach (var village in Villages)
            await ledger.DoneAsync(
                $$"""{"request":"register-village","id":"v{{village[^12..]}}","by":"zhao","village":"{{village[^12..]}}","name":"村{{village[^1]}}","township":"径山镇","county":"余杭区"}""",
                $$"""{"request":"open-book","id":"b{{village[^12..]}}","by":"zhao","owner":"{{village}}","standard":"rural-2023","month":"2025-01"}""");
        await ledger.DoneAsync(
            $$"""{"request":"register-company","id":"c","by":"zhao","company":"{{Company}}","name":"甲公司","kind":"asset-operation","founded":"2024-01-01","shareholders":[{"holder":"{{Villages[0]}}","subscribedFen":6000000,"paidInFen":6000000},{"holder":"{{Villages[1]}}","subscribedFen":4000000,"paidInFen":4000000}]}""",
            $$"""{"request":"open-book","id":"o","by":"zhao","owner":"company/{{Company}}","standard":"small-enterprise-2013","month":"2024-12","opening":[{"account":"1002","debitFen":12000000},{"account":"3001","creditFen":10000000},{"account":"3104","creditFen":2000000}]}""",
            $$"""{"request":"propose-dividend","id":"p","by":"zhao","dividend":"d1","payer":"company/{{Company}}","year":2024,"steps":[{"kind":"distribute","amountFen":1000000}]}""");
        return ledger;
    }
}
