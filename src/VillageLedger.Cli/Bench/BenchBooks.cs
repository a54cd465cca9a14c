using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>Books to measure with: villages with a year of vouchers, each prepared, reviewed and posted, spread over the months as people enter them.</summary>
internal static class BenchBooks
{
    private const int FactsPerAppend = 6_000;
    private const int Year = 2025;

    private static readonly (string Debit, string Credit)[] Business =
        [("102", "501"), ("102", "501"), ("513", "102"), ("101", "501"), ("102", "503"), ("511", "102"), ("102", "502"), ("514", "101"), ("101", "102"), ("112", "501")];

    /// <summary>Fills a fresh log. Returns the newest position.</summary>
    public static async Task<long> FillAsync(EventLog log, int villages, int vouchers, CancellationToken cancellation = default)
    {
        await using var runner = new RequestRunner(log);
        await runner.AdoptRulesAsync(cancellation).ConfigureAwait(false);
        for (var village = 0; village < villages; village++)
        {
            await DoAsync(runner, $$"""{"request":"register-village","id":"v{{village}}","by":"a","village":"{{CodeOf(village)}}","name":"村{{village}}","township":"镇{{village / 15}}","county":"区"}""").ConfigureAwait(false);
            await DoAsync(runner, $$"""{"request":"open-book","id":"o{{village}}","by":"a","owner":"village/{{CodeOf(village)}}","standard":"rural-2023","month":"{{Year}}-01"}""").ConfigureAwait(false);
        }

        var random = new Random(20_250_101);
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var facts = new List<NewFact>();
        var before = new Dictionary<string, long>(StringComparer.Ordinal);
        var newest = 0L;
        for (var i = 0; i < vouchers; i++)
        {
            var month = new Month(Year, 1 + (int)(i * 12L / vouchers));
            var stream = Streams.Book(Owner.Village(CodeOf(random.Next(villages))), month);
            before.TryAdd(stream, versions.GetValueOrDefault(stream));
            foreach (var fact in FactsOf(new(Guid.CreateVersion7().ToString()), month, numbers[stream] = numbers.GetValueOrDefault(stream) + 1, random))
                facts.Add(new(stream, FactTypes.NameOf(fact), FactTypes.Write(fact), "fill", "a"));
            versions[stream] = versions.GetValueOrDefault(stream) + 3;
            if (facts.Count < FactsPerAppend && i < vouchers - 1) continue;
            var id = Guid.CreateVersion7().ToString();
            if (await log.AppendAsync(new(facts, before, [new(id, Encoding.UTF8.GetBytes(id), "a", 0, facts.Count - 1)])).ConfigureAwait(false) is not AppendResult.Done done)
                throw new InvalidOperationException("An append of the measuring was not done.");
            newest = done.Last;
            (facts, before) = ([], new(StringComparer.Ordinal));
        }

        return newest;
    }

    private static string CodeOf(int village) => string.Create(CultureInfo.InvariantCulture, $"330110{100 + village / 15:D3}{200 + village % 15:D3}");

    private static Fact[] FactsOf(VoucherId id, Month month, int number, Random random)
    {
        var (debit, credit) = Business[random.Next(Business.Length)];
        var fen = random.Next(1_000, 5_000_000);
        IReadOnlyList<VoucherLine> lines = [new(new(debit), DebitFen: fen), new(new(credit), CreditFen: fen)];
        var date = month.FirstDay.AddDays(random.Next(28));
        return
        [
            new VoucherPrepared(id, "记", date, VoucherKind.Ordinary, "收标准厂房租金", lines, 1, new("kuaiji-1")),
            new VoucherReviewed(id, new("fuhe-1")),
            new VoucherPosted(id, Standards.Rural2023, "记", number, date, VoucherKind.Ordinary, "收标准厂房租金", lines, 1, new("kuaiji-1"), new("fuhe-1"), new("fuhe-1")),
        ];
    }

    private static async Task DoAsync(RequestRunner runner, string json)
    {
        if (await runner.DoAsync(RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ConfigureAwait(false) is not { Kind: OutcomeKind.Done })
            throw new InvalidOperationException("A request of the measuring was not done.");
    }
}
