namespace VillageLedger.Tests;

/// <summary>Whatever is asked in whatever order: a claim has one voucher that counts at most, an invoice one use, and whoever made a claim never approved it.</summary>
public sealed class RandomClaimsTests
{
    private const int Rounds = 40;
    private const int Requests = 150;
    private static readonly string[] Users = ["chen", "sun", "qian", "wang", "li"];

    [Fact]
    public void Nothing_is_vouchered_twice_whatever_is_asked_in_whatever_order()
    {
        var seed = Environment.TickCount;
        for (var round = 0; round < Rounds; round++) Run(seed + round);
    }

    private static void Run(int seed)
    {
#pragma warning disable CA5394 // Chance chooses what is asked, nothing else.
        var random = new Random(seed);
        var ledger = SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("a", 40_000) + "," + SayClaim.Level("b")), SayClaim.Name("sun", "a"), SayClaim.Name("qian", "a"), SayClaim.Name("li", "b"), SayClaim.Name("qian", "b")).Ledger;
        var (claims, vouchers) = (new List<string> { "c0" }, new List<string> { "v0" });
        for (var i = 1; i <= Requests; i++)
        {
            var (claim, voucher, by, day) = (Any(claims), Any(vouchers), Any(Users), random.Next(5, 29));
            var more = random.Next(3) == 0 ? "" : SayClaim.Invoice(random.Next(2) == 0 ? SayClaim.Hash : SayClaim.OtherHash, random.Next(2) == 0 ? SayClaim.Number : "25332000000099999999");
            var request = random.Next(11) switch
            {
                0 or 1 => SayClaim.HandIn("c" + i, by, SayClaim.Line(random.Next(1, 80_000)), more),
                2 => SayClaim.Amend(claim, by, more: more, id: "x" + i),
                3 or 4 => SayClaim.Approve(claim, by, "2025-01-20", "x" + i),
                5 => random.Next(3) > 0 ? SayClaim.Return(claim, by, "x" + i) : SayClaim.Withdraw(claim, by, id: "x" + i),
                6 or 7 => SayClaim.Voucher(claim, by, id: "v" + i, date: $"2025-01-{day:D2}"),
                8 => Say.Review(voucher, by),
                9 => Say.Post(voucher, by),
                _ => random.Next(2) == 0 ? Say.Discard(voucher, by) : Say.Reverse(voucher, $"2025-01-{day:D2}", "v" + i, by),
            };
            var decision = ledger.Ask(request);
            if (decision.Refusal is not null || decision.Facts.IsEmpty) continue;
            ledger.Append(decision, request);
            if (decision.Facts.Any(next => next.Fact is ClaimHandedIn)) claims.Add("c" + i);
            if (decision.Facts.Any(next => next.Fact is VoucherPrepared)) vouchers.Add("v" + i);
            CheckLaws(ledger, seed);
        }
#pragma warning restore CA5394

        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
    }

    private static void CheckLaws(MemoryLedger ledger, int seed)
    {
        var month = (BookMonth)ledger.State(Say.Book01);
        var counting = month.Vouchers.Where(pair => pair.Value is { Stage: not VoucherStage.Discarded, ReversedBy: null, Content.Cause: not null }).Select(pair => pair.Value.Content.Cause!).ToList();
        counting.Count.ShouldBe(counting.Distinct().Count(), $"seed {seed}");
        var register = (ClaimRegister)ledger.State(SayClaim.Register);
        foreach (var (id, claim) in register.Claims)
        {
            claim.Approvals.ShouldAllBe(approval => !claim.Makers.Contains(approval.ApprovedBy), $"seed {seed}");
            claim.Approvals.Select(approval => approval.ApprovedBy).ShouldBeUnique($"seed {seed}");
            if (counting.Contains("claim:" + id)) claim.Stage.ShouldBe(ClaimStage.Approved, $"seed {seed}");
        }

        // An invoice of a claim that is neither returned nor withdrawn is that claim's, and no other's.
        var keys = register.Claims.Where(pair => pair.Value.Stage is ClaimStage.HandedIn or ClaimStage.Approved)
            .SelectMany(pair => (pair.Value.Attachments ?? []).SelectMany(file => (string[])[$"{file.Invoice!.Issuer}/{file.Invoice.Number}", file.Sha256]).Distinct().Select(key => (Key: key, Claim: pair.Key))).ToList();
        keys.Select(use => use.Key).ShouldBeUnique($"seed {seed}");
        foreach (var (key, claim) in keys) ((InvoiceUse)ledger.State("invoice/" + key)).Use.ShouldBe("claim:" + claim, $"seed {seed}");
    }
}
