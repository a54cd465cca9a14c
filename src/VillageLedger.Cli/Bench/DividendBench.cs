using System.Diagnostics;
using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>
/// Measures a cooperative's dividend to 3,000 members, JSON to durable: proposing, resolving with its split, paying by a bank's file; against appending the
/// same facts raw. Each with a ledger session of its own, as a command has one; the slowest of some villages counts.
/// </summary>
internal static class DividendBench
{
    private const int Members = 3_000;
    private const int Villages = 5;

    public static async Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress)
    {
        await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
        await using var log = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false);
        await using (var runner = new RequestRunner(log)) await runner.AdoptRulesAsync().ConfigureAwait(false);
        var times = new List<(double Resolve, double Pay, double RawResolve, double RawPay)>();
        for (var village = 0; village < (quick ? 2 : Villages); village++)
        {
            progress(FormattableString.Invariant($"village {village + 1}: 3,000 members …"));
            times.Add(await MeasureAsync(log, village).ConfigureAwait(false));
        }

        // The first warms up what the program and the database do once.
        var counted = times[1..];
        Print("dividend-propose-and-resolve-3000", time => time.Resolve, time => time.RawResolve);
        Print("dividend-pay-file-3000", time => time.Pay, time => time.RawPay);

        void Print(string name, Func<(double Resolve, double Pay, double RawResolve, double RawPay), double> of, Func<(double Resolve, double Pay, double RawResolve, double RawPay), double> raw)
        {
            var (slowest, baseline) = (counted.Max(of), counted.Max(raw));
            print(new(name, null, null, slowest, baseline, slowest / baseline));
        }
    }

    private static async Task<(double Resolve, double Pay, double RawResolve, double RawPay)> MeasureAsync(EventLog log, int number)
    {
        var code = FormattableString.Invariant($"330110{number:D3}201");
        await using (var runner = new RequestRunner(log))
            foreach (var request in Setup(code)) await DoAsync(runner, request).ConfigureAwait(false);
        var before = (await log.NewestAsync().ConfigureAwait(false)).Position;
        var started = Stopwatch.GetTimestamp();
        await using (var runner = new RequestRunner(log))
        {
            await DoAsync(runner, $$"""{"request":"propose-dividend","id":"p{{code}}","by":"b","dividend":"d{{code}}","payer":"village/{{code}}","year":2024}""").ConfigureAwait(false);
            await DoAsync(runner, $$"""{"request":"resolve-dividend","id":"r{{code}}","by":"c","dividend":"d{{code}}","body":"成员大会","basis":"heads","votesFor":2500,"votesEntitled":3000,"publishedOn":"2025-01-01","noticeOn":"2025-01-05","resolvedOn":"2025-01-20","recordDate":"2025-01-19","resolution":"r"}""").ConfigureAwait(false);
        }

        var resolve = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var resolved = (await log.NewestAsync().ConfigureAwait(false)).Position;
        var file = await FileAsync(log, code).ConfigureAwait(false);
        started = Stopwatch.GetTimestamp();
        await using (var runner = new RequestRunner(log))
        {
            var result = await new PaymentImport(runner).RunAsync(PaymentFile.Read("result.csv", file), "d" + code, new(2025, 1, 21), new("e"), dryRun: false).ConfigureAwait(false);
            if (result is not { Kind: OutcomeKind.Done, Paid: Members }) throw new InvalidOperationException($"Only {result.Paid} were paid: {result.Faults.Select(fault => fault.Refusal.Message(Language.English)).FirstOrDefault()}");
        }

        var pay = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var paid = (await log.NewestAsync().ConfigureAwait(false)).Position;
        return (resolve, pay, await RawAsync(log, before, resolved).ConfigureAwait(false), await RawAsync(log, resolved, paid).ConfigureAwait(false));
    }

    /// <summary>A village with a year's rent and a register of members, each with units of its own.</summary>
    private static IEnumerable<string> Setup(string code)
    {
        yield return $$"""{"request":"register-village","id":"v{{code}}","by":"a","village":"{{code}}","name":"村{{code}}","township":"镇{{code[6..9]}}","county":"区"}""";
        yield return $$"""{"request":"open-book","id":"o{{code}}","by":"a","owner":"village/{{code}}","standard":"rural-2023","month":"2024-12"}""";
        yield return $$"""{"request":"prepare-voucher","id":"i{{code}}","by":"a","book":"village/{{code}}","date":"2024-12-10","summary":"收租金","lines":[{"account":"102","debitFen":1000000007},{"account":"501","creditFen":1000000007}]}""";
        yield return $$"""{"request":"review-voucher","id":"ir{{code}}","by":"b","voucher":"i{{code}}"}""";
        yield return $$"""{"request":"post-voucher","id":"ip{{code}}","by":"b","voucher":"i{{code}}"}""";
        yield return $$"""{"request":"open-share-register","id":"sr{{code}}","by":"a","village":"{{code}}","mode":"static","unitsPerShare":100,"from":"2020-01-01","kinds":["population","years-worked"],"resolution":"r"}""";
        var members = string.Join(',', Enumerable.Range(0, Members).Select(i =>
            $$"""{"member":"m{{code}}-{{i}}","name":"虚构{{i}}","joinedOn":"2020-01-01","shares":[{"kind":"population","units":100},{"kind":"years-worked","units":{{1 + i * 37 % 4_000}}}]}"""));
        yield return $$"""{"request":"register-members","id":"rm{{code}}","by":"a","village":"{{code}}","members":[{{members}}]}""";
    }

    private static async Task DoAsync(RequestRunner runner, string json)
    {
        var outcome = await runner.DoAsync(RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ConfigureAwait(false);
        if (outcome.Kind != OutcomeKind.Done) throw new InvalidOperationException($"{outcome.Refusal?.Message(Language.English)}: {json[..Math.Min(json.Length, 300)]}");
    }

    /// <summary>What a bank would report: everybody paid in full.</summary>
    private static async Task<byte[]> FileAsync(EventLog log, string code)
    {
        var resolved = (await log.ReadStreamAsync(Streams.Dividend("d" + code)).ConfigureAwait(false)).Select(fact => FactTypes.Read(fact.Type, fact.Data.Span)).OfType<DividendResolved>().Single();
        var text = new StringBuilder("持有人,账号,金额,流水号,结果,原因\r\n");
        foreach (var (i, part) in resolved.Parts.Index())
            text.Append(CultureInfo.InvariantCulture, $"{part.Holder},6222021{i:D12},{part.PartFen / 100}.{part.PartFen % 100:D2},K{code}{i:D5},成功,\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The same facts once more, in streams of their own, as one append: what the store alone takes.</summary>
    private static async Task<double> RawAsync(EventLog log, long after, long upTo)
    {
        var facts = new List<NewFact>();
        await foreach (var fact in log.ReadAllAsync(after, upTo).ConfigureAwait(false)) facts.Add(new(FormattableString.Invariant($"raw/{after}/{fact.Stream}"), fact.Type, fact.Data, FormattableString.Invariant($"raw-{after}"), "a"));
        // Named after the position, so that the streams are new.
        var expected = facts.Select(fact => fact.Stream).Distinct().ToDictionary(stream => stream, _ => 0L);
        var started = Stopwatch.GetTimestamp();
        if (await log.AppendAsync(new(facts, expected, [new(FormattableString.Invariant($"raw-{after}"), Encoding.UTF8.GetBytes("raw"), "a", 0, facts.Count - 1)])).ConfigureAwait(false) is not AppendResult.Done)
            throw new InvalidOperationException("The same facts could not be appended again.");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
