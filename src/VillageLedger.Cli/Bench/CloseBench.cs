using System.Diagnostics;
using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>Measures closing the December of 300 villages with a year of vouchers each, in one batch and with nothing in memory; against a minute.</summary>
internal static class CloseBench
{
    private const int Villages = 300;
    private const int VouchersPerMonth = 12;
    private const int Year = 2025;
    private const double LimitSeconds = 60;
    private const int Parallel = 8;

    public static async Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress)
    {
        await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
        var villages = quick ? Villages / 10 : Villages;
        progress(FormattableString.Invariant($"{villages} villages, {12 * VouchersPerMonth} vouchers each …"));
        await using (var log = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false)) await FillAsync(log, villages).ConfigureAwait(false);
        await database.ExecuteAsync("vacuum analyze").ConfigureAwait(false);
        progress("closing …");
        // A log of its own, as a command has one.
        await using var fresh = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false);
        await using var runner = new RequestRunner(fresh);
        var closed = 0;
        var started = Stopwatch.GetTimestamp();
        await new MonthBatch(fresh, runner).RunAsync(
            BatchStep.Close, new(Year, 12), Enumerable.Range(0, villages).Select(village => Owner.Village(CodeOf(village))), new("a"), Parallel, answer => closed += answer.State == BatchState.Done ? 1 : 0).ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (closed != villages) throw new InvalidOperationException($"{closed} of {villages} books were closed.");
        print(new("close-month-batch", Parallel, null, seconds * 1000, LimitSeconds * 1000, seconds / LimitSeconds));
    }

    private static async Task FillAsync(EventLog log, int villages)
    {
        await using var runner = new RequestRunner(log);
        await runner.AdoptRulesAsync().ConfigureAwait(false);
        for (var village = 0; village < villages; village++)
        {
            var code = CodeOf(village);
            await DoAsync(runner, $$"""{"request":"register-village","id":"v{{village}}","by":"a","village":"{{code}}","name":"村{{village}}","township":"镇{{village / 15}}","county":"区"}""").ConfigureAwait(false);
            await DoAsync(runner, $$"""{"request":"open-book","id":"o{{village}}","by":"a","owner":"village/{{code}}","standard":"rural-2023","month":"{{Year}}-01"}""").ConfigureAwait(false);
            await FillAsync(log, Owner.Village(code), village).ConfigureAwait(false);
        }
    }

    /// <summary>A year of rents and expenses, transferred in December; every month but that one is closed.</summary>
    private static async Task FillAsync(EventLog log, Owner owner, int village)
    {
        var (facts, before) = (new List<NewFact>(), new Dictionary<string, long>(StringComparer.Ordinal));
        for (var number = 1; number <= 12; number++)
        {
            var month = new Month(Year, number);
            var stream = Streams.Book(owner, month);
            before[stream] = 0;
            for (var i = 1; i <= VouchersPerMonth; i++)
                Add(stream, month, i, VoucherKind.Ordinary, i % 3 == 0 ? [new(new("513"), DebitFen: 100), new(new("102"), CreditFen: 100)] : [new(new("102"), DebitFen: 300), new(new("501"), CreditFen: 300)]);
            if (number == 12) AddTransfers(stream, month);
            else Fact(stream, new MonthClosed(owner, month, [], new("a")));
        }

        var id = FormattableString.Invariant($"fill-{village}");
        if (await log.AppendAsync(new(facts, before, [new(id, Encoding.UTF8.GetBytes(id), "a", 0, facts.Count - 1)])).ConfigureAwait(false) is not AppendResult.Done)
            throw new InvalidOperationException("An append of the measuring was not done.");

        void AddTransfers(string stream, Month month)
        {
            const long Income = 12 * VouchersPerMonth / 3 * 2 * 300;
            const long Expense = 12 * VouchersPerMonth / 3 * 100;
            Add(stream, month, VouchersPerMonth + 1, VoucherKind.Transfer, [new(new("501"), DebitFen: Income), new(new("321"), CreditFen: Income)]);
            Add(stream, month, VouchersPerMonth + 2, VoucherKind.Transfer, [new(new("321"), DebitFen: Expense), new(new("513"), CreditFen: Expense)]);
            Add(stream, month, VouchersPerMonth + 3, VoucherKind.Transfer, [new(new("321"), DebitFen: Income - Expense), new(new("32202"), CreditFen: Income - Expense)]);
        }

        void Add(string stream, Month month, int number, VoucherKind kind, IReadOnlyList<VoucherLine> lines)
        {
            var voucher = new VoucherId(FormattableString.Invariant($"f{village}-{month.Key}-{number}"));
            Fact(stream, new VoucherPrepared(voucher, "记", month.LastDay, kind, "收标准厂房租金", lines, 1, new("kuaiji-1")));
            Fact(stream, new VoucherReviewed(voucher, new("fuhe-1")));
            Fact(stream, new VoucherPosted(voucher, Standards.Rural2023, "记", number, month.LastDay, kind, "收标准厂房租金", lines, 1, new("kuaiji-1"), new("fuhe-1"), new("fuhe-1")));
        }

        void Fact(string stream, Fact fact) => facts.Add(new(stream, FactTypes.NameOf(fact), FactTypes.Write(fact), FormattableString.Invariant($"fill-{village}"), "a"));
    }

    private static string CodeOf(int village) => string.Create(CultureInfo.InvariantCulture, $"330110{100 + village / 15:D3}{200 + village % 15:D3}");

    private static async Task DoAsync(RequestRunner runner, string json)
    {
        if (await runner.DoAsync(RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ConfigureAwait(false) is not { Kind: OutcomeKind.Done })
            throw new InvalidOperationException("A request of the measuring was not done.");
    }
}
