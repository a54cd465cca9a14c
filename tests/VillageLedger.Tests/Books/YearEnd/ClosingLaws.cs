namespace VillageLedger.Tests;

/// <summary>What holds of a closing, whatever stands in the book.</summary>
public sealed class ClosingLaws
{
    private static readonly string[] IncomeAndExpense = ["50101", "50102", "502", "503", "504", "511", "512", "513", "514", "515", "521"];
    /// <summary>No other equity: what is taken from it to income and put aside again draws nothing (see <see cref="StandingTests"/>), and would be asked for once more.</summary>
    private static readonly string[] Others = ["112", "113", "121", "151", "153", "211", "212", "241"];

    [Fact]
    public void What_is_proposed_clears_the_year_in_any_book()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = new Random(seed);
            var given = ABook(random);
            var before = given.BalancesAt("2025-12");
            var appropriations = random.Next(3) == 0 ? "" : $$"""{"kind":"public-fund","ratePpm":{{random.Next(300_000, 1_000_001)}}}""";
            var proposal = SayYearEnd.Propose(appropriations);
            var outcome = given.When(proposal);
            if (outcome.Refusal is { } refusal)
            {
                // Nothing stands there, or the fund would take what is not there: earlier years' profits moved elsewhere.
                new[] { RefusalCode.NothingToClose, RefusalCode.NotDistributable, RefusalCode.StepBelowLaw }.ShouldContain(refusal.Code, $"seed {seed}: {refusal.Message(Language.English)}");
                continue;
            }

            given.ReviewedAndPosted(proposal);
            Laws(before, given.BalancesAt("2025-12"), $"seed {seed}");
            given.When(SayYearEnd.Propose(appropriations.Length == 0 ? "" : appropriations, id: "again")).Refusal.ShouldNotBeNull($"seed {seed}");
        }
    }

    [Fact]
    public void Most_books_can_be_closed() => Enumerable.Range(1, 30).Count(seed => ABook(new(seed)).When(SayYearEnd.Propose()).Refusal is null).ShouldBeGreaterThan(24);

    /// <summary>Whatever is posted first, a transfer that comes too early is refused and the rest is not.</summary>
    [Fact]
    public void Posted_in_any_order_only_the_right_one_passes()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var given = ABook(random);
            var proposal = SayYearEnd.Propose();
            if (given.When(proposal).Refusal is not null) continue;
            var vouchers = given.Decided(proposal).Facts.Select(fact => ((VoucherPrepared)fact.Fact)).ToList();
            given.Done(proposal).Done(vouchers.Select(voucher => Say.Review(voucher.Voucher.Value)));
            var waiting = vouchers.Select(voucher => voucher.Voucher.Value).OrderBy(_ => random.Next()).ToList();
            while (waiting.Count > 0)
            {
                var first = waiting.Find(voucher => given.When(Say.Post(voucher)).Refusal is null).ShouldNotBeNull($"seed {seed}: none of {string.Join(' ', waiting)} can be posted");
                foreach (var other in waiting)
                    if (given.When(Say.Post(other)).Refusal is { } refusal) refusal.Code.ShouldBe(RefusalCode.TransferOutOfOrder, $"seed {seed}");
                given.Done(Say.Post(first));
                waiting.Remove(first);
            }

            Laws(given.BalancesAt("2025-12"), given.BalancesAt("2025-12"), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("501", 5)]
    [InlineData("321", -5)]
    [InlineData("32201", 1)]
    public void A_planted_fault_breaks_a_law(string account, long fen) => Should.Throw<ShouldAssertException>(() => Laws([], new() { [account] = fen, ["102"] = -fen }, "planted"));

    [Fact]
    public void Equity_that_is_lost_breaks_a_law() => Should.Throw<ShouldAssertException>(() => Laws(new() { ["501"] = -5, ["102"] = 5 }, new() { ["211"] = -5, ["102"] = 5 }, "planted"));

    private static void Laws(Dictionary<string, long> before, Dictionary<string, long> after, string what)
    {
        after.Keys.Where(account => account[0] == '5' || account.StartsWith("321", StringComparison.Ordinal) || account.StartsWith("32201", StringComparison.Ordinal)).ShouldBeEmpty(what);
        after.Values.Sum().ShouldBe(0, what);
        Equity(after).ShouldBe(Equity(before), what);
        foreach (var (account, fen) in after.Where(pair => pair.Key[0] is '1' or '2')) before.GetValueOrDefault(account).ShouldBe(fen, $"{what}: {account}");
    }

    private static long Equity(Dictionary<string, long> balances) => balances.Where(pair => pair.Key[0] is '3' or '5').Sum(pair => pair.Value);

    /// <summary>A book from October 2025: an opening with results of the year, vouchers on any account, transfers within the year, parties that 50102 requires.</summary>
    private static Given ABook(Random random)
    {
        var (opening, number) = (random.Next(1, 200_000) * (random.Next(2) == 0 ? -1 : 1), 0);
        var given = Given.AVillage().Done(
            Say.RegisterParty("h001"), Say.RegisterParty("h002", id: "r4"), Say.AddAccount("50101", "501"), Say.AddAccount("50102", "501", more: ""","requires":["party"]"""),
            Say.OpenBook("2025-10", $"{Line("32202", -opening)},{Line("102", opening)}"));
        foreach (var month in (string[])["2025-10", "2025-11", "2025-12"])
        {
            for (var i = random.Next(8); i > 0; i--)
            {
                var fen = random.Next(1, 100_000) * (random.Next(6) == 0 ? -1 : 1);
                var (one, other) = (One(random, IncomeAndExpense), random.Next(5) == 0 ? One(random, Others) : "102");
                given.Posted($"v{++number}", $"{month}-{random.Next(1, 29):D2}", Say.Debit(other, fen) + "," + Say.Credit(one, fen, one == "50102" ? $",\"party\":\"{One(random, ["h001", "h002"])}\"" : ""));
            }

            if (random.Next(3) == 0) given.Posted($"v{++number}", $"{month}-28", Say.Debit("504", 70) + "," + Say.Credit("321", 70), ""","kind":"transfer" """);
            if (random.Next(4) == 0) given.Posted($"v{++number}", $"{month}-28", Say.Debit("32201", 30) + "," + Say.Credit("113", 30));
            if (month != "2025-12") given.Posted($"v{++number}", $"{month}-28", Say.Debit("102", 10_000_000) + "," + Say.Credit("221", 10_000_000)).Done(Say.Close(month));
        }

        return given;
    }

    private static string Line(string account, long fen) => fen > 0 ? Say.Debit(account, fen) : Say.Credit(account, -fen);

    private static T One<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
