namespace VillageLedger.Tests;

/// <summary>Whatever is posted, recorded, matched and taken back: the book side of the reconciliation is the bank journal, and what is unreached explains the rest.</summary>
public sealed class RandomReconciliationTests(ITestOutputHelper output)
{
    private const int Steps = 120;
    private static readonly Owner Village = Owner.Village("330110112201");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Book_and_bank_agree_after_what_is_unreached_at_every_position(int seed)
    {
        output.WriteLine($"seed {seed}");
#pragma warning disable CA5394 // A seed makes it the same again.
        var random = new Random(seed);
        var given = SayCash.ABankAccount();
        var (bank, matches, posted) = (500_000L, 0, new List<string>());
        for (var step = 0; step < Steps; step++)
        {
            var (day, fen) = ($"2025-0{random.Next(1, 3)}-{random.Next(1, 29):D2}", random.Next(1, 6) * 100 * (random.Next(2) == 0 ? 1 : -1));
            switch (random.Next(6))
            {
                case 0 or 1:
                    given.Posted($"v{step}", day, fen > 0 ? Say.Debit("10201", fen) + "," + Say.Credit("501", fen) : Say.Debit("513", -fen) + "," + Say.Credit("10201", -fen));
                    posted.Add($"v{step}");
                    break;
                case 2 or 3:
                    // A statement goes on where the last one ended.
                    var last = given.State<BankStatement>(SayCash.Bank).InOrder.LastOrDefault()?.Line.Date ?? new(2025, 1, 1);
                    bank += fen;
                    given.Done(SayCash.Statement(SayCash.Line($"{last.AddDays(last < new DateOnly(2025, 2, 27) ? random.Next(3) : 0):yyyy-MM-dd}", fen, bank, $"r{step}"), id: $"st{step}"));
                    break;
                case 4 when posted.Count > 0:
                    var voucher = posted[random.Next(posted.Count)];
                    if (given.When(Say.Reverse(voucher, "2025-02-28", $"red{step}")).Refusal is null)
                        given.Done(Say.Reverse(voucher, "2025-02-28", $"red{step}"), Say.Review($"red{step}"), Say.Post($"red{step}"));
                    break;
                case 5:
                    matches += Match(given, random, step);
                    break;
            }

            Holds(given);
        }
#pragma warning restore CA5394

        matches.ShouldBeGreaterThan(0);
    }

    private static int Match(Given given, Random random, int step)
    {
#pragma warning disable CA5394
        var state = given.State<BankStatement>(SayCash.Bank);
        if (state.Matches.Count > 0 && random.Next(4) == 0)
        {
            given.Done(SayCash.Undo(state.Matches.Keys.ElementAt(random.Next(state.Matches.Count)), $"um{step}"));
            return 0;
        }

#pragma warning restore CA5394
        var outcome = given.When(SayCash.MatchAll($"ma{step}"));
        given.Done(SayCash.MatchAll($"ma{step}"));
        return outcome.Facts.Count;
    }

    private static void Holds(Given given)
    {
        var world = new World(given.Ledger.State, given.Ledger.Locate);
        var account = world.Cash(Village).Find("jbh")!.Registered;
        foreach (var month in (Month[])[new(2025, 1), new(2025, 2)])
        {
            var reconciliation = Reconciliation.Of(world, Village, account, month);
            var journal = 500_000 + given.Ledger.Log.Select(next => next.Fact).OfType<VoucherPosted>().Where(voucher => Month.Of(voucher.Date) <= month)
                .SelectMany(voucher => voucher.Lines).Where(line => line.Account.Value == "10201").Sum(line => line.Debit - line.Credit);
            reconciliation.BookFen.ShouldBe(journal);
            if (reconciliation.StatementFen is not null) reconciliation.DifferenceFen.ShouldBe(0);
        }

        // Nothing is matched twice, and every match agrees to the fen.
        var bank = given.State<BankStatement>(SayCash.Bank);
        bank.Matches.Values.SelectMany(match => match.Lines).ShouldBeUnique();
        bank.Matches.Values.SelectMany(match => match.VoucherLines).ShouldBeUnique();
    }
}
