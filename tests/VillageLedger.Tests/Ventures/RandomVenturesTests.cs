using System.Text;
using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

/// <summary>Laws of joint ventures, over random sequences of requests on two ventures of three villages, a company and a party. The seed is printed where one does not hold.</summary>
public sealed class RandomVenturesTests
{
    private const string C = "village/330110112203";
    private static readonly string[] Persons = ["wang", "li", "zhao"];
    private static readonly string[] Ventures = ["jiucun", "piao"];
    private static readonly string[] Books = [A, B, C, Firm, Jiucun, "venture/piao"];
    private static readonly string[] Holders = [A, B, C, Firm, "party/h001"];
    private static readonly string[] Months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"];

    [Fact]
    public void The_laws_of_ventures_hold_over_random_requests()
    {
        var first = Random.Shared.Next();
        var counts = new Dictionary<string, int>();
        for (var seed = first; seed < first + 60; seed++)
        {
            try
            {
                foreach (var (_, fact) in Run(seed, 300).Log) counts[FactTypes.NameOf(fact)] = counts.GetValueOrDefault(FactTypes.NameOf(fact)) + 1;
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed}: {broken.Message}", broken);
            }
        }

        // A law over nothing holds always.
        foreach (var name in FactTypes.Names.Where(name => name.StartsWith("allocation-", StringComparison.Ordinal) || name.StartsWith("joint-", StringComparison.Ordinal)))
            counts.GetValueOrDefault(name).ShouldBeGreaterThan(4, $"seed {first}: {name}, {string.Join(", ", counts)}");
        counts.GetValueOrDefault("venture-record-withdrawn.1").ShouldBeGreaterThan(4, $"seed {first}");
        counts.GetValueOrDefault("month-closed.1").ShouldBeGreaterThan(100, $"seed {first}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_ledger() =>
        Run(7, 150).Log.Select(next => Stored.Of(next.Stream, next.Fact)).ShouldBe(Run(7, 150).Log.Select(next => Stored.Of(next.Stream, next.Fact)));

    /// <summary>The laws are seen to fail: a control line entered by hand, in either book.</summary>
    [Theory]
    [InlineData(A, "rural-2023", "112", "501", "venture/jiucun")]
    [InlineData("venture/jiucun", "small-enterprise-2013", "2241", "1002", A)]
    public void A_control_line_by_hand_breaks_a_law(string book, string standard, string account, string other, string party)
    {
        var ledger = PayAllocationTests.Allocated().Ledger;
        Laws(ledger, 0);
        ledger.Append($"book/{book}/2025-01", FactTypes.Read("voucher-posted.1", Encoding.UTF8.GetBytes(
            $$"""
            {"voucher":"x","standard":"{{standard}}","type":"记","number":2,"date":"2025-01-31","kind":"ordinary","summary":"s","lines":[{"account":"{{account}}","debitFen":1,"party":"{{party}}"},{"account":"{{other}}","creditFen":1}],
             "attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"wang"}
            """)));
        Should.Throw<ShouldAssertException>(() => Laws(ledger, 0));
    }

    [Fact]
    public void A_confirmation_without_its_vouchers_breaks_a_law()
    {
        var ledger = AVenture().Done(Allocate()).Ledger;
        Laws(ledger, 0);
        ledger.Append(Jiucun, new AllocationConfirmed("a1", new("li")));
        Should.Throw<ShouldAssertException>(() => Laws(ledger, 0));
    }

    [Theory]
    [InlineData("a1", 201)]
    [InlineData("a1", 1_000)]
    public void A_payment_beyond_the_part_breaks_a_law(string allocation, long fen)
    {
        var ledger = PayAllocationTests.Allocated().Ledger;
        ledger.Append(Jiucun, new AllocationPaid("y1", allocation, Holder.Of(Owner.Village("330110112201")), new(2025, 1, 31), fen, "1", "R1", []));
        Should.Throw<ShouldAssertException>(() => Laws(ledger, 0));
    }

    [Fact]
    public void Parts_that_do_not_sum_break_a_law()
    {
        var ledger = AVenture().Ledger;
        var good = ((IncomeAllocated)ledger.Ask(Allocate()).Facts[0].Fact) with { Vouchers = [] };
        ledger.Append(Jiucun, good with { TotalFen = 299 });
        Should.Throw<ShouldAssertException>(() => Laws(ledger, 0));
    }

    private static MemoryLedger Run(int seed, int steps)
    {
        var random = new Random(seed);
        var ledger = new MemoryLedger();
        foreach (var (kind, name, version) in CarriedRules.Newest) ledger.Append(Streams.Rules, new RulesAdopted(kind, name, version));
        foreach (var json in Beginning(random)) Do(ledger, random, json, expected: true);
        for (var step = 0; step < steps; step++)
        {
            var before = ledger.Log.Count;
            Do(ledger, random, Anything(ledger, random, step));
            if (ledger.Log.Count > before) Laws(ledger, before);
        }

        return ledger;
    }

    private static IEnumerable<string> Beginning(Random random)
    {
        yield return Say.RegisterVillage();
        yield return Say.RegisterVillage("r-b", "330110112202", "溪塔村");
        yield return Say.RegisterVillage("r-c", "330110112203", "仙宅村");
        yield return Say.RegisterParty();
        yield return Say.RegisterCompany();
        yield return Say.OpenBook("2025-10");
        yield return Say.OpenBook("2025-10", owner: B, id: "o-b", standard: One(random, ["rural-2023", "rural-2004"]));
        if (random.Next(4) > 0) yield return Say.OpenBook("2025-10", owner: C, id: "o-c");
        if (random.Next(2) == 0) yield return Say.OpenBook("2025-10", owner: Firm, id: "o-f", standard: "small-enterprise-2013");
        foreach (var venture in Ventures)
        {
            yield return Found(One(random, ["co-owned", "contract"]), "2025-10", id: "f-" + venture, venture: venture);
            foreach (var holder in new[] { A, B, C, Firm })
                if (random.Next(10) > 0) yield return Authorise(holder, venture, $"au-{venture}-");
            yield return Shares(Somebody(random), "2025-10-01", "s-" + venture, venture);
        }
    }

    /// <summary>Whatever part of the world is missing, deciding answers; and it comes out the same however the world is fetched. A decision holds only while what it looked at stays.</summary>
    private static void Do(MemoryLedger ledger, Random random, string json, bool expected = false)
    {
        var request = RequestTypes.Read(Encoding.UTF8.GetBytes(json)).Request ?? throw new InvalidOperationException($"Not read: {RequestTypes.Read(Encoding.UTF8.GetBytes(json)).Refusal} {json}");
        for (var i = 0; i < 4; i++)
        {
            var (salt, share) = (random.Next(), random.Next(101));
            request.Decide(new World(
                stream => Chance(stream, salt) < share ? ledger.State(stream) : null,
                voucher => Chance(voucher.Value, salt) < share ? ledger.Locate(voucher) : null));
        }

        var decision = ledger.Decide(request);
        var fetched = ledger.DecideByFetching(request);
        (fetched.Refusal?.StableCode ?? "done").ShouldBe(decision.Refusal?.StableCode ?? "done", json);
        fetched.Facts.Select(next => Stored.Of(next.Stream, next.Fact)).ShouldBe(decision.Facts.Select(next => Stored.Of(next.Stream, next.Fact)), json);
        if (expected) decision.Refusal?.Message(Language.English).ShouldBeNull(json);
        decision.Refusal?.Message(Language.Chinese).ShouldNotBeNullOrEmpty();
        ledger.Append(decision, json);
    }

    private static string Anything(MemoryLedger ledger, Random random, int step)
    {
        var (id, by, venture) = ($"x{step}", One(random, Persons), One(random, Ventures));
        var state = (Venture)ledger.State("venture/" + venture);
        var book = One(random, Books);
        var firstOpen = Books.ToDictionary(name => name, name => Months.FirstOrDefault(each => !((BookMonth)ledger.State($"book/{name}/{each}")).IsClosed, Months[^1]));
        var month = random.Next(12) > 0 ? firstOpen.Values.Max()! : One(random, Months);
        var date = $"{month}-{random.Next(1, 29):D2}";
        if (random.Next(2) == 0 && Next(state, random, id, $"{month}-28") is { } next) return next;
        var allocation = Some(random, state.Allocations.Keys, "x0");
        var holder = One(random, Holders);
        return random.Next(100) switch
        {
            < 14 => Allocate(id, Fen(random), random.Next(3) == 0 ? One(random, Months) : month, date, "by-share", More(state, random), by, venture),
            < 28 => Confirm(allocation, by, id),
            < 42 => Pay(id, holder, Unpaid(state, allocation, holder, random), date, allocation, "R" + random.Next(30), by: by),
            < 47 => Return(Some(random, state.Allocations.Values.SelectMany(one => one.Payments.Keys), "x0"), date, id),
            < 53 => Reverse(allocation, random.Next(2) == 0 ? date : null, id, by),
            < 57 => PayIn(id, holder, random.Next(1, 1_000), One(random, ["cash", "land", "guarantee"]), date, venture: venture),
            < 59 => InService(id, random.Next(1, 10_000), random.Next(1, 40), date: date, venture: venture),
            < 61 => Undo(Some(random, random.Next(2) == 0 ? state.Contributions.Keys : state.Placings.Keys, "x0"), id, venture),
            < 63 => Enter(id, Some(random, state.Contributions.Keys.Concat(state.Placings.Keys), "x0"), date, by, venture),
            < 65 => Of("prepare-joint-entry", id, $$""" "date":"{{date}}","month":"{{month}}" """, by, venture),
            < 72 => ConfirmEntry(Some(random, state.Entries.Keys, "x0"), by, id),
            < 75 => ReverseEntry(Some(random, state.Entries.Keys, "x0"), date, id),
            < 77 => random.Next(2) == 0 ? Shares(Somebody(random), date, id, venture) : Transfer(holder, One(random, Holders), random.Next(1, 3), date, id, venture),
            < 78 => Correct(Somebody(random), date, id, venture),
            < 80 => random.Next(4) == 0 ? Withdraw(holder, venture).Replace("\"wi-", $"\"{id}-", StringComparison.Ordinal) : Authorise(holder, venture, id),
            < 82 => Say.AddAccount(One(random, ["11201", "50101", "50201", "10201", "32202001", "224101", "100201", "122101"]), One(random, ["112", "501", "502", "102", "32202", "2241", "1002", "1221"]), owner: book, id: id,
                more: One(random, ["", ""","requires":["contract"]""", ""","requires":["party","project"]"""])),
            < 83 => Say.OpenBook(month, owner: book, id: id, standard: book == Firm ? "small-enterprise-2013" : "rural-2023"),
            < 88 => ByHand(ledger, random, id, by, book, date),
            < 90 => $$"""{"request":"review-voucher","id":"{{id}}","by":"{{by}}","voucher":"{{Some(random, Unposted(ledger, book), "x0")}}"}""",
            < 92 => $$"""{"request":"post-vouchers","id":"{{id}}","by":"{{by}}","book":"{{book}}","month":"{{month}}"}""",
            _ => Close(id, by, random.Next(4) == 0 ? book : firstOpen.MinBy(each => each.Value).Key, firstOpen),
        };
    }

    /// <summary>What usually comes next: another person confirms, a part is paid, sometimes a payment comes back.</summary>
    private static string? Next(Venture state, Random random, string id, string date)
    {
        var allocation = state.Allocations.Values.Where(one => one.IsStanding).OrderBy(one => one.Fact.Allocation, StringComparer.Ordinal).LastOrDefault();
        var entry = state.Entries.Values.Where(one => one.Stage == AllocationStage.Prepared).OrderBy(one => one.Fact.Entry, StringComparer.Ordinal).LastOrDefault();
        if (entry is not null && random.Next(3) == 0) return ConfirmEntry(entry.Fact.Entry, Persons.First(person => person != entry.Fact.PreparedBy.Value), id);
        if (allocation is null) return null;
        if (allocation.Stage == AllocationStage.Prepared) return Confirm(allocation.Fact.Allocation, Persons.First(person => person != allocation.Fact.AllocatedBy.Value), id);
        if (random.Next(5) == 0 && allocation.Payments.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } payment) return Return(payment, date, id);
        if (random.Next(5) == 0) return Reverse(allocation.Fact.Allocation, date, id);
        var holder = One(random, [.. allocation.Fact.Parts.Select(part => part.Holder.Address)]);
        return Pay(id, holder, Unpaid(state, allocation.Fact.Allocation, holder, random), date, allocation.Fact.Allocation, "R" + id);
    }

    private static string ByHand(MemoryLedger ledger, Random random, string id, string by, string book, string date)
    {
        var accounts = (Accounts)ledger.State("accounts/" + book);
        var codes = book.StartsWith("village", StringComparison.Ordinal) ? (string[])["102", "112", "501"] : ["1002", "1221", "2241"];
        string Side(string which) => $$"""{"account":"{{accounts.Carrier(new(One(random, codes)))}}","{{which}}":{{100 + id.Length}}{{(random.Next(2) == 0 ? "" : $",\"party\":\"{One(random, [.. Holders, Jiucun])}\"")}}}""";
        return Say.Prepare(id, by, date, Side("debitFen") + "," + Side("creditFen"), random.Next(8) == 0 ? ""","corrects":"x1/1" """ : "", book);
    }

    private static string Close(string id, string by, string book, Dictionary<string, string> firstOpen) =>
        $$"""{"request":"close-month","id":"{{id}}","by":"{{by}}","book":"{{book}}","month":"{{firstOpen[book]}}"}""";

    private static IEnumerable<string> Unposted(MemoryLedger ledger, string book) => Months.SelectMany(month => ((BookMonth)ledger.State($"book/{book}/{month}")).Vouchers).Where(pair => pair.Value.IsUnposted).Select(pair => pair.Key.Value);

    private static string More(Venture venture, Random random)
    {
        var supplements = random.Next(8) == 0 ? $$""","supplements":"{{Some(random, venture.Allocations.Keys, "x0")}}" """ : "";
        return supplements + random.Next(6) switch
        {
            0 => ""","terms":{"shareChange":"days","retain":{"ratePpm":100000}}""",
            1 => "",
            2 => ""","terms":{"shareChange":"month-end","retain":{"amountFen":50}}""",
            _ => ""","terms":{"shareChange":"days"}""",
        };
    }

    private static long Fen(Random random) => random.Next(200) == 0 ? Money.MaxFen - random.Next(3) : random.Next(1, 100_000) * (random.Next(6) == 0 ? -1 : 1);

    private static long Unpaid(Venture venture, string allocation, string address, Random random)
    {
        var holder = At(address);
        var part = venture.Allocations.GetValueOrDefault(allocation)?.PartOf(holder) ?? 1;
        var unpaid = part - (venture.Allocations.GetValueOrDefault(allocation)?.PaidFen.GetValueOrDefault(holder) ?? 0);
        return random.Next(3) switch { 0 when unpaid / 2 != 0 => unpaid / 2, 1 => unpaid + random.Next(2) is not 0 and var more ? more : 1, _ => unpaid == 0 ? 1 : unpaid };
    }

    private static string Somebody(Random random) => Held([.. Holders.Where(holder => holder == A || random.Next(3) > 0).Select(holder => (holder, random.NextInt64(1, 5)))]);

    private static string Some(Random random, IEnumerable<string> among, string otherwise)
    {
        var all = among.Order(StringComparer.Ordinal).ToArray();
        return all.Length == 0 || random.Next(20) == 0 ? otherwise : One(random, all[^Math.Min(all.Length, 4)..]);
    }

    /// <summary>0 to 99, the same in every process.</summary>
    private static uint Chance(string text, int salt) => unchecked(text.Aggregate((uint)salt, (hash, c) => (hash ^ c) * 16_777_619) >> 8) % 100;

    private static Holder At(string address) => Holder.TryParse(address, out var holder) ? holder : throw new ArgumentException(address);

    private static T One<T>(Random random, T[] of) => of[random.Next(of.Length)];

    /// <param name="from">How many facts had been looked at before this append.</param>
    private static void Laws(MemoryLedger ledger, int from)
    {
        foreach (var (_, fact) in ledger.Log.Skip(from))
            if (fact is IncomeAllocated made)
                ((Int128)made.TotalFen + (made.TopUpFen ?? 0)).ShouldBe(made.Parts.Aggregate((Int128)0, (sum, part) => sum + part.PartFen) + (made.RetainedFen ?? 0), "parts and what is retained sum to the total and the top-up");
        foreach (var venture in Ventures)
        {
            var state = (Venture)ledger.State("venture/" + venture);
            foreach (var allocation in state.Allocations.Values) Together(ledger, allocation.Fact.Vouchers, allocation.Stage);
            foreach (var entry in state.Entries.Values) Together(ledger, entry.Fact.Vouchers, entry.Stage);
            var standing = state.Entries.Values.Where(entry => entry.Stage != AllocationStage.Reversed).Select(entry => entry.Fact).ToList();
            standing.ShouldAllBe(entry => entry.Of == null || state.HasRecord(entry.Of), "what stands in the books is there");
            foreach (var month in standing.Where(entry => entry.Month is not null).GroupBy(entry => entry.Month!.Value))
                month.Sum(entry => entry.TotalFen).ShouldBeLessThanOrEqualTo(state.Placings.Values.Sum(placing => placing.Depreciation.In(month.Key)), $"no more is depreciated in {month.Key} than what is in service loses");
            foreach (var allocation in state.Allocations.Values)
                foreach (var (holder, paid) in allocation.PaidFen)
                    (Math.Abs(paid) <= Math.Abs(allocation.PartOf(holder) ?? 0) && paid * Math.Sign(allocation.PartOf(holder) ?? 0) >= 0).ShouldBeTrue($"{holder} is paid within its part of {allocation.Fact.Allocation}");
            foreach (var address in Holders) Owed(ledger, state, "venture/" + venture, address);
        }

        foreach (var (stream, fact) in ledger.Log.Skip(from))
            if (fact is VoucherPosted posted)
            {
                posted.Lines.Sum(line => line.Debit).ShouldBe(posted.Lines.Sum(line => line.Credit), "debits equal credits");
                posted.ReviewedBy.ShouldNotBe(posted.PreparedBy, "the preparer is never the reviewer");
                posted.Voucher.IsJoint.ShouldBe(posted.Cause is not null, "what was made together says by what");
                stream.ShouldEndWith("/" + Month.Of(posted.Date), customMessage: "a voucher lies in the month of its date");
            }
    }

    /// <summary>What the venture owes by its book is what the decisions left unpaid, and what the holder booked of those that reached its book.</summary>
    private static void Owed(MemoryLedger ledger, Venture state, string venture, string address)
    {
        var holder = At(address);
        var unpaid = state.Allocations.Values.Where(allocation => allocation.Stage == AllocationStage.Confirmed)
            .Select(allocation => (Reached: allocation.Fact.Vouchers.Any(voucher => Holder.Of(voucher.Book) == holder), Fen: (allocation.PartOf(holder) ?? 0) - allocation.PaidFen.GetValueOrDefault(holder))).ToList();
        if (holder.Owner is not null || state.HasHeld(holder)) (-Balances.Of(ledger, venture, "2241", address)).ShouldBe(unpaid.Sum(one => one.Fen), $"what {venture} owes {address}");
        if (holder.Owner is not null) Balances.Of(ledger, address, address == Firm ? "1221" : "112", venture).ShouldBe(unpaid.Where(one => one.Reached).Sum(one => one.Fen), $"what {address} booked as owed by {venture}");
    }

    private static void Together(MemoryLedger ledger, IReadOnlyList<JointVoucher> vouchers, AllocationStage stage)
    {
        foreach (var joint in vouchers)
        {
            var voucher = ((BookMonth)ledger.State(Streams.Book(joint.Book, joint.Month))).Find(joint.Voucher).ShouldNotBeNull();
            (stage switch
            {
                AllocationStage.Prepared => voucher.Stage == VoucherStage.Prepared,
                AllocationStage.Confirmed => voucher is { Stage: VoucherStage.Posted, ReversedBy: null },
                _ => voucher.Stage == VoucherStage.Discarded || voucher is { Stage: VoucherStage.Posted, ReversedBy: not null },
            }).ShouldBeTrue($"{joint.Voucher} goes with the others: {stage}, {voucher.Stage}");
        }
    }
}
