namespace VillageLedger.Tests;

/// <summary>Random cards, changes, disposals and months: what the vouchers say is what the cards say, and no card falls below its residual value.</summary>
public sealed class RandomAssetsTests
{
    private static readonly string[] Kinds = ["fixed", "productive-biological", "intangible", "deferred"];
    private static readonly string[] Uses = ["operating", "administration", "public-welfare", "production"];
    private static readonly string[] Contras = ["152", "133", "162", "171"];
    private static readonly Month First = new(2025, 1);

    [Fact]
    public void The_vouchers_sum_to_the_cards_and_no_card_falls_below_its_residual_value()
    {
        var seed = Random.Shared.Next();
        for (var run = 0; run < 25; run++) new Run(new Random(seed + run), $"seed {seed}, run {run}").Go();
    }

    private sealed class Run(Random random, string name)
    {
        private readonly Given given = Given.AVillageBook();
        private int next;

        public void Go()
        {
            for (var month = First; month < First.Plus(9); month = month.Next)
            {
                for (var i = random.Next(6); i > 0; i--) Step(month);
                if (random.Next(4) > 0) Try(SayAsset.Depreciate(month.ToString(), id: Id("d")));
                if (random.Next(5) == 0) Try(Say.Discard(LastProposal()));
                Check(month);
                PostAll(month);
                given.Done(Say.Close(month.ToString()));
            }

            Finish();
        }

        private void Step(Month month)
        {
            var day = $"{month}-{random.Next(1, 28):D2}";
            var asset = $"a{random.Next(1, 8)}";
            var from = month.Plus(random.Next(3)).ToString();
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    var cost = random.Next(6) == 0 ? 1_000_000_000_000 + random.Next(1_000) : random.NextInt64(1, 500_000);
                    Try(SayAsset.Add(
                        asset, Kinds[random.Next(4)], day, cost, Uses[random.Next(4)], random.NextInt64(cost + 1), random.Next(1, 20), random.Next(2) == 0 ? ",\"provisional\":true" : "", id: Id("n")));
                    break;
                case 3: Try(SayAsset.Amend($",\"usefulLifeMonths\":{random.Next(1, 30)}", asset, from, Id("l"))); break;
                case 4: Try(SayAsset.Amend($",\"use\":\"{Uses[random.Next(4)]}\"", asset, from, Id("u"))); break;
                case 5: Try(SayAsset.Settle(random.NextInt64(1, 600_000), asset, day, id: Id("s"))); break;
                case 6: Try(SayAsset.Dispose(asset, day, more: random.Next(2) == 0 ? $",\"proceedsFen\":{random.Next(1, 100_000)}" : "", id: Id("x"))); break;
                default: Try(SayAsset.Count(SayAsset.Found(asset, random.Next(3) > 0), day, id: Id("c"))); break;
            }
        }

        /// <summary>Everything that may still be due is proposed: then each card that stands has reached its residual value to the fen.</summary>
        private void Finish()
        {
            var book = given.Book();
            foreach (var card in book.Cards.Where(card => card.IsWrittenOff && card.Left is null))
            {
                var due = card.DueThrough(new(2099, 12)).Sum(month => month.Fen);
                (card.CostFen - card.AccumulatedFen - due).ShouldBe(card.ResidualFen, $"{name}: {card.Asset}");
            }
        }

        private void Check(Month month)
        {
            var book = given.Book();
            foreach (var card in book.Cards.Where(card => card.IsWrittenOff))
                (card.CostFen - card.AccumulatedFen).ShouldBeGreaterThanOrEqualTo(card.ResidualFen, $"{name}, {month}: {card.Asset}");
            var vouchers = book.Depreciation.Select(proposed => Voucher(proposed.Voucher)).ToList();
            var credited = vouchers.SelectMany(voucher => voucher.Lines).Where(line => Contras.Contains(line.Account.Value)).Sum(line => line.Credit);
            credited.ShouldBe(book.Cards.Sum(card => card.AccumulatedFen), $"{name}, {month}: vouchers and cards");
            foreach (var proposed in book.Depreciation)
                proposed.Parts.Sum(part => part.Fen).ShouldBe(Voucher(proposed.Voucher).Lines.Sum(line => line.Debit), $"{name}, {month}: {proposed.Voucher}");
            book.Depreciation.Select(proposed => proposed.Month).ShouldBeUnique($"{name}, {month}");
        }

        private VoucherContent Voucher(VoucherId id) => First.To(First.Plus(12)).Select(month => given.State<BookMonth>($"book/{Say.Village}/{month}").Find(id)?.Content).First(content => content is not null)!;

        private string LastProposal() => given.State<AssetRegister>(SayAsset.Stream).Depreciation.LastOrDefault()?.Voucher.Value ?? "none";

        private void PostAll(Month month)
        {
            foreach (var (id, voucher) in given.State<BookMonth>($"book/{Say.Village}/{month}").Vouchers.Where(pair => pair.Value.IsUnposted))
                given.Done(Say.Review(id.Value), Say.Post(id.Value));
            // Money in the bank, so that the month can be closed.
            given.Posted(Id("rent"), $"{month}-28", Say.Rent(100_000_000));
        }

        private void Try(string request)
        {
            var decision = given.Ledger.Ask(request);
            if (decision.Refusal is null) given.Ledger.Append(decision, request);
        }

        private string Id(string kind) => $"{kind}{++next}";
    }
}
