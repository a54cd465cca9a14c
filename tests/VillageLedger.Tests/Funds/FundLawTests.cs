namespace VillageLedger.Tests;

/// <summary>Received − spent − returned = left = what the book shows for each fund, whatever is received, spent, returned, discarded and taken back.</summary>
public sealed class FundLawTests
{
    private static readonly string[] Accounts = ["241", "231"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void What_is_left_is_what_the_book_shows(int seed)
    {
        var random = new Random(seed);
        var ledger = new MemoryLedger();
        foreach (var (kind, name, version) in CarriedRules.Newest) ledger.Append(Streams.Rules, new RulesAdopted(kind, name, version));
        Do(ledger, Say.RegisterVillage());
        Do(ledger, Say.OpenBook(opening: Say.Debit("102", 700) + "," + Say.Credit("241", 700)));
        Do(ledger, Say.RegisterParty("nyj", "public-body", "局"));
        foreach (var (fund, kind, more) in new[] { ("a", "special", ",\"openingFen\":700"), ("b", "special", ""), ("c", "levy", "") }) Do(ledger, SayFund.Open(fund, kind, more: more));
        var (vouchers, done) = (new List<string>(), 0);
        for (var i = 0; i < 400; i++)
        {
            if (Do(ledger, Next(random, i, vouchers))) done++;
            Holds(ledger, $"seed {seed}, step {i}");
        }

        done.ShouldBeGreaterThan(80, $"seed {seed}");
    }

    [Fact]
    public void A_fen_that_the_register_does_not_know_is_seen()
    {
        var ledger = SayFund.AFundWithMoney().Posted("v9", lines: Say.Debit("102", 1) + "," + Say.Credit("241", 1, ",\"project\":\"f1\"")).Ledger;
        Should.Throw<ShouldAssertException>(() => Holds(ledger, "planted"));
    }

    private static string Next(Random random, int i, List<string> vouchers)
    {
        var fund = "abc"[random.Next(3)].ToString();
        var (fen, voucher) = (random.Next(1, 1_000), vouchers.Count == 0 ? "none" : vouchers[random.Next(vouchers.Count)]);
        var date = $"2025-0{random.Next(1, 3)}-{random.Next(10, 29)}";
        switch (random.Next(9))
        {
            case 0: return Noted(SayFund.Receive($"i{i}", fen, date, fund, fund == "c" ? ",\"step\":\"approved\"" : ""));
            case 1: return Noted(SayFund.Receive($"i{i}", fen, date, fund));
            case 2: return Noted(SayFund.Spend($"i{i}", fen, date, "road", random.Next(2) == 0 ? "asset" : "expense", fund));
            case 3: return Noted(SayFund.Return($"i{i}", fen, date, fund));
            case 4: return Say.Discard(voucher);
            case 5: return Noted(Say.Reverse(voucher, date, $"i{i}"));
            case 6: return Say.Review(voucher);
            default: return Say.Post(voucher);
        }

        string Noted(string request)
        {
            vouchers.Add($"i{i}");
            return request;
        }
    }

    private static bool Do(MemoryLedger ledger, string request)
    {
        var decision = ledger.Ask(request);
        if (decision.Refusal is not null) return false;
        ledger.Append(decision, request);
        return true;
    }

    private static void Holds(MemoryLedger ledger, string when)
    {
        var owner = Owner.Village("330110112201");
        var world = new World(ledger.State, ledger.Locate);
        var lines = world.Accounts(owner).FirstMonth.To(new(2025, 3)).SelectMany(month => world.Book(owner, month).Vouchers.Values).Where(voucher => voucher.Stage == VoucherStage.Posted)
            .SelectMany(voucher => voucher.Content.Lines).Where(line => Accounts.Contains(line.Account.Value)).ToLookup(line => line.Project!);
        foreach (var fund in world.Funds(owner).InOrder)
        {
            var standing = FundStanding.Of(world, fund);
            standing.LeftFen.ShouldBe((fund.Opened.OpeningFen ?? 0) + lines[fund.Id].Sum(line => line.Credit - line.Debit), $"{when}, fund {fund.Id}");
            FundStanding.Of(world, fund, new Month(2025, 12)).ShouldBe(standing, when);
        }

        var opening = world.Accounts(owner).Opening.Where(line => Accounts.Contains(line.Account.Value)).Sum(line => (line.CreditFen ?? 0) - (line.DebitFen ?? 0));
        (opening + lines.SelectMany(line => line).Sum(line => line.Credit - line.Debit)).ShouldBe(world.Funds(owner).InOrder.Sum(fund => FundStanding.Of(world, fund).LeftFen), when);
    }
}
