using System.Text.Json;
using System.Text.Json.Serialization;

namespace VillageLedger.Tests;

/// <summary>What is raised is what the schedule asks for, over random terms, months, amendments and vouchers taken back. The seed is printed where it is not.</summary>
public sealed class RandomContractsTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly Month First = new(2025, 1);
    private static readonly Month Last = new(2025, 11);

    [Fact]
    public void Receivables_raised_are_what_the_schedules_ask_for()
    {
        var first = Random.Shared.Next();
        var (raised, amended, ended, taken) = (0, 0, 0, 0);
        for (var seed = first; seed < first + 25; seed++)
        {
            var given = Run(seed);
            try
            {
                Law(given);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed}: {broken.Message}", broken);
            }

            raised += given.Facts(SayContract.Stream).OfType<ReceivablesProposed>().Sum(proposed => proposed.Instalments.Count);
            amended += given.Facts(SayContract.Stream).Count(fact => fact is ContractAmended or ContractRenewed);
            ended += given.Facts(SayContract.Stream).Count(fact => fact is ContractEnded);
            taken += given.Ledger.Log.Count(next => next.Fact is VoucherReversed or VoucherDiscarded);
        }

        // A law over nothing holds always.
        (raised > 200 && amended > 20 && ended > 3 && taken > 20).ShouldBeTrue($"seed {first}: {raised} raised, {amended} amended, {ended} ended, {taken} taken back");
    }

    [Fact]
    public void A_planted_fault_breaks_the_law()
    {
        var given = SayContract.WithLease().Done(SayContract.Raised());
        given.Fact(SayContract.Stream, "receivables-proposed.1",
            """{"owner":"village/330110112201","month":"2025-02","voucher":"x","instalments":[{"contract":"c1","number":2,"due":"2025-02-01","from":"2025-02-01","to":"2025-02-28","amountFen":99999}]}""");
        Should.Throw<ShouldAssertException>(() => Law(given));
    }

    /// <summary>Whatever the amount, the period and the cut, both sides of it sum to the whole.</summary>
    [Fact]
    public void Parts_of_a_period_sum_to_it()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var (fen, of) = (random.Next(4) == 0 ? random.NextInt64(Money.MaxFen) : random.Next(10_000), random.Next(1, 400));
            var days = random.Next(of + 1);
            (Schedule.Part(fen, days, of, hasFirstDay: true) + Schedule.Part(fen, of - days, of, hasFirstDay: false)).ShouldBe(fen, $"seed {seed}: {fen} × {days} ÷ {of}");
        }
    }

    /// <summary>Natural periods cut on any day: one tenant's part and the next one's are the rent of the whole time.</summary>
    [Fact]
    public void A_change_of_tenants_on_any_day_loses_no_fen()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var terms = new ContractSchedule(One(random, "month", "quarter", "half-year", "year"), random.Next(1, 1_000_000), Periods: "calendar");
            DateOnly from = new(2025, 1, 1), to = new(2027, 12, 31), cut = from.AddDays(random.Next(1_000));
            var parts = Schedule.TotalOf(terms, from, cut) + Schedule.TotalOf(terms, cut.AddDays(1), to);
            parts.ShouldBe(Schedule.TotalOf(terms, from, to), $"seed {seed}: {terms.Every} {terms.AmountFen} {cut}");
        }
    }

    private static Given Run(int seed)
    {
        var random = new Random(seed);
        var given = SayContract.WithParties();
        for (var contract = 0; contract < 4; contract++)
        {
            var from = new DateOnly(2024, 6, 1).AddDays(random.Next(450));
            var to = from.AddDays(random.Next(30, 700));
            Try(given, SayContract.Sign($"c{contract}", Terms(random, from, to), Text(from), Text(to)));
        }

        foreach (var month in First.To(Last.Next))
        {
            Change(given, random, month);
            if (random.Next(5) > 0 || month > Last) Raise(given, random, month);
            if (month < Last) given.Done(Say.Close(month.ToString()));
        }

        return given;
    }

    private static void Change(Given given, Random random, Month month)
    {
        foreach (var contract in given.State<ContractRegister>(SayContract.Stream).Contracts.Values)
        {
            var from = month.Plus(random.Next(3));
            if (random.Next(6) == 0) Try(given, SayContract.Amend(contract.Id, from.ToString(), Terms(random, contract.FirstDayOf(from), contract.To)));
            if (random.Next(12) == 0) Try(given, SayContract.Renew(contract.Id, Text(contract.To.AddDays(200)), Terms(random, contract.To.AddDays(1), contract.To.AddDays(200))));
            if (random.Next(25) == 0) Try(given, SayContract.End(contract.Id, Text(month.FirstDay.AddDays(random.Next(28)))));
        }
    }

    /// <summary>Proposed; sometimes discarded or taken back and proposed again.</summary>
    private static void Raise(Given given, Random random, Month month)
    {
        var id = $"rec-{month}";
        if (!Try(given, SayContract.Propose(month.ToString(), id))) return;
        var back = random.Next(4);
        if (back == 0) given.Done(Say.Discard(id));
        else given.Done(Say.Review(id), Say.Post(id));
        if (back == 1) given.Done(Say.Reverse(id, Text(month.LastDay), "red-" + id), Say.Review("red-" + id), Say.Post("red-" + id));
        if (back < 2) given.Done(SayContract.Raised(month.ToString(), id + "-again"));
    }

    private static bool Try(Given given, string request)
    {
        if (given.Ledger.Ask(request).Refusal is not null) return false;
        given.Done(request);
        return true;
    }

    private static void Law(Given given)
    {
        var world = new World(given.Ledger.State, given.Ledger.Locate);
        var register = given.State<ContractRegister>(SayContract.Stream);
        var raised = register.Raised(world);
        foreach (var contract in register.Contracts.Values)
        {
            var due = contract.Instalments.Where(part => Month.Of(part.Due) >= First && Month.Of(part.Due) <= Last.Next).ToList();
            foreach (var part in due.Where(part => raised.ContainsKey((contract.Id, part.Number))))
            {
                var found = raised[(contract.Id, part.Number)].Instalment;
                // What was raised before an end stays; all else is as the schedule says.
                if (contract.Ended is { } ended && found.To > ended) found.AmountFen.ShouldBeGreaterThanOrEqualTo(part.AmountFen);
                else (found.From, found.To, found.AmountFen).ShouldBe((part.From, part.To, part.AmountFen), $"{contract.Id} {part.Number}");
            }

            raised.Keys.Where(key => key.Contract == contract.Id).Select(key => key.Number).Except(contract.Instalments.Select(part => part.Number)).All(_ => contract.Ended is not null).ShouldBeTrue();
        }

        // Nothing that fell due up to the last proposal is left out.
        if (register.Proposed.Any(proposed => proposed.Month == Last.Next)) register.Unraised(world, Owner.Village("330110112201"), Last.Next).ShouldBeEmpty();
        var balances = ContractBalances.Of(world, Owner.Village("330110112201"), Last.Next.LastDay);
        foreach (var contract in register.Contracts.Keys)
            balances[contract].ArrearsFen.ShouldBe(raised.Where(pair => pair.Key.Contract == contract).Sum(pair => pair.Value.Instalment.AmountFen), contract);
    }

    private static string Terms(Random random, DateOnly from, DateOnly to)
    {
        var terms = new ContractSchedule(
            One(random, "month", "month", "quarter", "half-year", "year", "once"), random.Next(1, 1_000_000), One(random, "advance", "arrears", null), random.Next(2) == 0 ? random.Next(1, 32) : null,
            One(random, "contract", "calendar", null), random.Next(4) == 0 ? random.Next(1, 4) : null, random.Next(4) == 0 ? [new(from.AddDays(random.Next(60)), from.AddDays(random.Next(60, 120)))] : null,
            random.Next(3) == 0 ? [new(Month.Of(from).Plus(random.Next(1, 8)), random.Next(1_000_000))] : null, random.Next(3) == 0 ? new(random.Next(1, 13), random.Next(1, 200_000)) : null,
            random.Next(3) == 0 ? [new(from.AddDays(random.Next(100)), random.Next(1, 5_000), from, to)] : null);
        if (random.Next(8) == 0) terms = new(Instalments: [new(from, random.Next(1, 9_000), from, to), new(from.AddDays(20), random.Next(1, 9_000), to, to)]);
        return JsonSerializer.Serialize(terms, Json);
    }

    private static string Text(DateOnly date) => $"{date:yyyy-MM-dd}";

    private static T One<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
