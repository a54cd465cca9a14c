using System.Text;

namespace VillageLedger.Tests;

/// <summary>Laws of the books, over random sequences of requests. The seed is printed where one does not hold.</summary>
public sealed class RandomRequestsTests
{
    private static readonly string[] Persons = ["wang", "li", "zhao"];
    private static readonly string[] SomeAccounts = ["101", "102", "112", "113", "181", "301", "321", "32201", "32202", "322", "401", "501", "502", "513", "10201", "10202", "50101", "561", "999"];
    private static readonly string[] Months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"];

    [Fact]
    public void The_laws_of_the_books_hold_over_random_requests()
    {
        var first = Random.Shared.Next();
        var (posted, closed, reversed) = (0, 0, 0);
        for (var seed = first; seed < first + 60; seed++)
        {
            var ledger = Run(seed, 250);
            try
            {
                Laws(ledger);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed}: {broken.Message}", broken);
            }

            posted += ledger.Log.Count(next => next.Fact is VoucherPosted);
            closed += ledger.Log.Count(next => next.Fact is MonthClosed);
            reversed += ledger.Log.Count(next => next.Fact is VoucherReversed);
        }

        // A law over nothing holds always.
        posted.ShouldBeGreaterThan(500, $"seed {first}, {posted} posted, {closed} closed, {reversed} reversed");
        closed.ShouldBeGreaterThan(20, $"seed {first}");
        reversed.ShouldBeGreaterThan(100, $"seed {first}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_ledger() =>
        Run(7, 200).Log.Select(next => Stored.Of(next.Stream, next.Fact)).ShouldBe(Run(7, 200).Log.Select(next => Stored.Of(next.Stream, next.Fact)));

    /// <summary>The laws are seen to fail: each with one planted fault.</summary>
    [Theory]
    [InlineData("""{"voucher":"x","standard":"rural-2023","type":"记","number":1,"date":"2025-10-01","kind":"ordinary","summary":"s","lines":[{"account":"102","debitFen":2},{"account":"501","creditFen":1}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"wang"}""")]
    [InlineData("""{"voucher":"x","standard":"rural-2023","type":"记","number":3,"date":"2025-10-01","kind":"ordinary","summary":"s","lines":[{"account":"102","debitFen":1},{"account":"501","creditFen":1}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"wang"}""")]
    [InlineData("""{"voucher":"x","standard":"rural-2023","type":"记","number":1,"date":"2025-10-01","kind":"ordinary","summary":"s","lines":[{"account":"102","debitFen":1},{"account":"501","creditFen":1}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"wang","postedBy":"wang"}""")]
    [InlineData("""{"voucher":"x","standard":"rural-2023","type":"记","number":1,"date":"2025-11-01","kind":"ordinary","summary":"s","lines":[{"account":"102","debitFen":1},{"account":"501","creditFen":1}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"wang"}""")]
    public void A_planted_fault_breaks_a_law(string posted)
    {
        var ledger = new MemoryLedger();
        ledger.Append("book/village/330110112201/2025-10", FactTypes.Read("voucher-posted.1", Encoding.UTF8.GetBytes(posted)));
        Should.Throw<ShouldAssertException>(() => Laws(ledger));
    }

    [Fact]
    public void A_voucher_in_a_closed_month_or_a_second_reversal_breaks_a_law()
    {
        var ledger = new MemoryLedger();
        ledger.Append("book/village/330110112201/2025-03", Example("month-closed.1.least"));
        ledger.Append("book/village/330110112201/2025-03", Example("voucher-prepared.1.least"));
        Should.Throw<ShouldAssertException>(() => Laws(ledger));
        var twice = new MemoryLedger();
        twice.Append("book/village/330110112201/2025-03", Example("voucher-prepared.1.least"));
        twice.Append("book/village/330110112201/2025-03", Example("voucher-reversed.1"));
        twice.Append("book/village/330110112201/2025-03", Example("voucher-reversed.1"));
        Should.Throw<ShouldAssertException>(() => Laws(twice));
    }

    private static Fact Example(string name) => FactTypes.Read(name.Replace(".least", "", StringComparison.Ordinal), Encoding.UTF8.GetBytes(Resource.Text($"facts/{name}.json")));

    private static MemoryLedger Run(int seed, int steps)
    {
        var random = new Random(seed);
        var ledger = new MemoryLedger();
        foreach (var (kind, name, version) in CarriedRules.Newest) ledger.Append(Streams.Rules, new RulesAdopted(kind, name, version));
        var open = new List<string> { Say.RegisterVillage(), Say.RegisterParty(), Say.OpenBook("2025-10", Say.Debit("102", 900_000) + "," + Say.Credit("301", 900_000)) };
        for (var step = 0; step < steps; step++)
        {
            // Mostly in order at the beginning, then anything.
            var json = step < open.Count && random.Next(10) > 0 ? open[step] : Anything(ledger, random, step);
            try
            {
                Ask(ledger, json, random);
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"Seed {seed}, step {step}: deciding threw {thrown.GetType().Name}: {thrown.Message}\n{json}", thrown);
            }
        }

        return ledger;
    }

    /// <summary>Decides with any part of the world missing, too: the answer does not count then, but there is one.</summary>
    private static void Ask(MemoryLedger ledger, string json, Random random)
    {
        var read = RequestTypes.Read(Encoding.UTF8.GetBytes(json));
        if (read.Request is not { } request) return;
        for (var i = 0; i < 3; i++)
        {
            // Each stream is known or not for the whole decision.
            var (salt, share) = (random.Next(), random.Next(101));
            request.Decide(new World(
                stream => Chance(stream, salt) < share ? ledger.State(stream) : null,
                voucher => Chance(voucher.Value, salt) < share ? ledger.Locate(voucher) : null));
        }

        var decision = ledger.Decide(request);
        var fetched = ledger.DecideByFetching(request);
        (fetched.Refusal?.StableCode ?? "done").ShouldBe(decision.Refusal?.StableCode ?? "done", json);
        fetched.Facts.Select(next => Stored.Of(next.Stream, next.Fact)).ShouldBe(decision.Facts.Select(next => Stored.Of(next.Stream, next.Fact)), json);
        decision.Refusal?.Message(Language.Chinese).ShouldNotBeNullOrEmpty();
        ledger.Append(decision, json);
    }

    /// <summary>0 to 99, the same in every process.</summary>
    private static uint Chance(string text, int salt) => unchecked(text.Aggregate((uint)salt, (hash, c) => (hash ^ c) * 16_777_619) >> 8) % 100;

    /// <summary>Mostly about what exists and in months that may be open, so that much is done; else about anything.</summary>
    private static string Anything(MemoryLedger ledger, Random random, int step)
    {
        var open = ledger.Log.Count(next => next.Fact is MonthClosed);
        var (id, by) = ($"x{step}", One(random, Persons));
        var month = random.Next(10) > 0 ? Months[Math.Min(open + (random.Next(4) == 0 ? 1 : 0), Months.Length - 1)] : One(random, Months);
        var vouchers = ledger.Log.Select(next => next.Fact).OfType<VoucherPrepared>().Select(prepared => prepared.Voucher.Value).TakeLast(5).ToArray();
        var voucher = vouchers.Length > 0 && random.Next(10) > 0 ? One(random, vouchers) : $"x{random.Next(step + 1)}";
        if (random.Next(3) == 0 && Next(ledger, random, id) is { } next) return next;
        var date = $"{month}-{random.Next(1, 29):D2}";
        return random.Next(100) switch
        {
            < 25 => Say.Prepare(id, by, date, Lines(ledger, random), More(random, voucher)),
            < 29 => Say.Amend(voucher, by, date, Lines(ledger, random), More(random, voucher), id),
            < 55 => Named("review-voucher", id, by, voucher),
            < 57 => Named("return-voucher", id, by, voucher),
            < 61 => Named("discard-voucher", id, by, voucher),
            < 71 => Named("post-voucher", id, by, voucher),
            < 80 => Say.PostAll(month, by),
            < 87 => Say.Reverse(voucher, date, id, by),
            < 94 => Say.Close(month, by),
            < 96 => Say.AddAccount(One(random, ["10201", "10202", "50101", "5010101", "1020"]), One(random, ["102", "501", "50101", "10201"]), id: id),
            < 97 => Say.OpenBook(month, id: id),
            < 98 => Say.RegisterParty(One(random, ["h001", "h002"]), id: id),
            < 99 => Say.RegisterVillage(id, One(random, ["330110112201", "330110112202", "33011"])),
            _ => Say.RegisterCompany(id),
        };
    }

    /// <summary>What usually comes next for some voucher: its review, its posting, sometimes its reversal.</summary>
    private static string? Next(MemoryLedger ledger, Random random, string id)
    {
        var vouchers = Months.SelectMany(month => ((BookMonth)ledger.State("book/village/330110112201/" + month)).Vouchers).OrderBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Where(pair => pair.Value.Stage is VoucherStage.Prepared or VoucherStage.Reviewed || random.Next(8) == 0).ToArray();
        if (vouchers.Length == 0) return null;
        var (voucher, state) = One(random, vouchers);
        return state.Stage switch
        {
            VoucherStage.Prepared => Named("review-voucher", id, Persons.First(person => person != state.PreparedBy.Value && person != state.AmendedBy?.Value), voucher.Value),
            VoucherStage.Reviewed => Named("post-voucher", id, state.PreparedBy.Value, voucher.Value),
            VoucherStage.Posted => Say.Reverse(voucher.Value, $"{Month.Of(state.Content.Date)}-28", id, state.PreparedBy.Value),
            _ => null,
        };
    }

    private static string Lines(MemoryLedger ledger, Random random)
    {
        var fen = random.Next(300) == 0 ? Money.MaxFen - random.Next(3) : random.Next(1, 100_000) * (random.Next(8) == 0 ? -1 : 1);
        var size = random.Next(1, 100_000);
        return random.Next(10) switch
        {
            0 => Say.Debit(One(random, SomeAccounts), fen) + "," + Say.Credit(One(random, SomeAccounts), fen) + "," + Say.Debit(One(random, SomeAccounts), 1) + "," + Say.Credit(One(random, SomeAccounts), 1),
            1 => Say.Debit("501", 5) + "," + Say.Credit("321", 5),
            2 => Say.Debit("102", fen) + "," + Say.Credit("501", fen + random.Next(2)),
            < 5 => Say.Debit(One(random, SomeAccounts), fen) + "," + Say.Credit(One(random, SomeAccounts), fen),
            _ => Say.Debit(Lowest(ledger, "102"), size) + "," + Say.Credit(Lowest(ledger, "501"), size),
        };
    }

    private static string Lowest(MemoryLedger ledger, string account) => ((Accounts)ledger.State("accounts/village/330110112201")).Carrier(new(account)).Value;

    private static string More(Random random, string voucher) => random.Next(15) switch
    {
        0 => ""","kind":"transfer" """,
        1 => $$""","corrects":"{{voucher}}" """,
        2 => """,  "concernsMonth":"2025-09" """,
        3 => ""","type":"转" """,
        _ => "",
    };

    private static string Named(string request, string id, string by, string voucher) => $$"""{"request":"{{request}}","id":"{{id}}","by":"{{by}}","voucher":"{{voucher}}"}""";

    private static T One<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static void Laws(MemoryLedger ledger)
    {
        var numbers = new Dictionary<(string Stream, string Type), int>();
        var closed = new HashSet<string>();
        var reversed = new HashSet<VoucherId>();
        var amenders = new Dictionary<VoucherId, UserId>();
        var vouchers = new HashSet<VoucherId>();
        foreach (var (stream, fact) in ledger.Log)
        {
            if (closed.Contains(stream)) (fact is VoucherReversed or VoucherCorrected).ShouldBeTrue("a closed month takes only marks");
            switch (fact)
            {
                case MonthClosed:
                    closed.Add(stream);
                    break;
                case VoucherAmended amended:
                    amenders[amended.Voucher] = amended.AmendedBy;
                    break;
                case VoucherReversed mark:
                    reversed.Add(mark.Voucher).ShouldBeTrue("a voucher is reversed once");
                    break;
                case VoucherPosted posted:
                    vouchers.Add(posted.Voucher).ShouldBeTrue("a voucher is posted once");
                    posted.Lines.Sum(line => line.Debit).ShouldBe(posted.Lines.Sum(line => line.Credit), "debits equal credits");
                    posted.Lines.Count.ShouldBeGreaterThan(1);
                    posted.Lines.ShouldAllBe(line => (line.DebitFen == null) != (line.CreditFen == null) && (line.Debit + line.Credit) != 0);
                    posted.Number.ShouldBe(numbers[(stream, posted.Type)] = numbers.GetValueOrDefault((stream, posted.Type)) + 1, "numbers have no gap");
                    posted.ReviewedBy.ShouldNotBe(posted.PreparedBy, "the preparer is never the reviewer");
                    if (amenders.TryGetValue(posted.Voucher, out var amender)) posted.ReviewedBy.ShouldNotBe(amender, "the last amender is never the reviewer");
                    (posted.PostedBy == posted.PreparedBy || posted.PostedBy == posted.ReviewedBy).ShouldBeTrue("the preparer or the reviewer posts");
                    stream.ShouldEndWith("/" + Month.Of(posted.Date), customMessage: "a voucher lies in the month of its date");
                    break;
            }
        }
    }
}
