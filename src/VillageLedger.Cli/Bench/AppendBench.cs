using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>Measures appending against one prepared statement with a commit per event, and against binary COPY of the same rows, in the same run and tables.</summary>
internal static class AppendBench
{
    private const int Callers = 64;
    private const int BaselineConnections = 8;
    private const int StandingRequests = 3_000_000;

    /// <summary>A posted voucher of two lines, about 350 bytes.</summary>
    private static readonly string Voucher =
        """{"voucher":"01934f6e-7c1a-7000-8000-0123456789ab","standard":"rural-2023","type":"记","number":12,"date":"2025-06-12","kind":"ordinary","summary":"收仓库租金","lines":[{"account":"10201","debitFen":1250000},{"account":"50101","creditFen":1250000,"party":"party/keqiao"}],"attachmentCount":1,"preparedBy":"accountant-1","reviewedBy":"reviewer-1","postedBy":"reviewer-1"}""";

    private static readonly byte[] Data = Encoding.UTF8.GetBytes(Voucher);

    public static async Task RunAsync(string server, int seconds, bool quick, Action<Measure> print, Action<string> progress)
    {
        await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
        await using var store = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false);
        progress("3,000,000 request rows …");
        await StandAsync(database, quick ? StandingRequests / 30 : StandingRequests).ConfigureAwait(false);
        progress("warm-up …");
        await BaselineAsync(database, BaselineConnections, 1).ConfigureAwait(false);
        await SinglesAsync(store, Callers, 1, 1).ConfigureAwait(false);

        // In turn and the median of three: a shared machine's speed drifts.
        var (baselines, singles) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            progress($"append, round {round + 1} of 3 …");
            baselines.Add(await BaselineAsync(database, BaselineConnections, seconds).ConfigureAwait(false));
            singles.Add(await SinglesAsync(store, Callers, 1, seconds).ConfigureAwait(false));
        }

        print(Measure.Rate("append", Callers, Median(singles), Median(baselines)));

        var (copies, hundreds) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            progress($"batches of 100, round {round + 1} of 3 …");
            copies.Add(await CopyAsync(database, seconds).ConfigureAwait(false));
            hundreds.Add(await SinglesAsync(store, Callers, 100, seconds).ConfigureAwait(false));
        }

        print(Measure.Rate("append-hundreds", Callers, Median(hundreds), Median(copies)));

        progress("prepare-voucher …");
        var (request, commit) = await OneRequestAsync(database, store).ConfigureAwait(false);
        print(new("prepare-voucher", 1, null, request, commit, request / commit));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Time-ordered ids, as this program makes them.</summary>
    private static Task StandAsync(BenchDatabase database, int rows) => database.ExecuteAsync(
        $"""
        insert into ledger.request (id, content, by, first_position, last_position, append_end, stream)
        select overlay(overlay(lpad(to_hex(1700000000000 + n / 8), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0') placing '-' from 9 for 0) placing '-' from 14 for 0),
               decode(md5(n::text) || md5((n + 1)::text), 'hex'), 'accountant-1', n, n, n, 'book/village/330110112201/2025-06'
        from generate_series(1, {rows}) as n order by n;
        analyze ledger.request;
        """);

    private static async Task<double> BaselineAsync(BenchDatabase database, int connections, int seconds)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(() => BaselineAsync(database.Connection, $"baseline/{Guid.NewGuid():N}", TimeSpan.FromSeconds(seconds), int.MaxValue)))).ConfigureAwait(false);
        return counts.Sum(count => count.Rate);
    }

    private static async Task<(double Rate, double P50)> BaselineAsync(string connection, string stream, TimeSpan during, int times)
    {
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync().ConfigureAwait(false);
        await using (var make = new NpgsqlCommand("insert into ledger.mt_streams (id, type, version) values ($1, 'baseline', 0)", session) { Parameters = { new() { Value = stream } } })
            await make.ExecuteNonQueryAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(
            """
            with raised as (update ledger.mt_streams set version = version + 1, timestamp = clock_timestamp() where id = $1 returning version)
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            select nextval('ledger.mt_events_sequence'), $2, $1, version, $3, 'voucher-posted.1', clock_timestamp() from raised
            """,
            session)
        {
            Parameters = { new() { Value = stream }, new() { NpgsqlDbType = NpgsqlDbType.Uuid }, new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = Data } },
        };
        command.Parameters[1].Value = Guid.CreateVersion7();
        await command.PrepareAsync().ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        var each = new List<double>();
        while (each.Count < times && Stopwatch.GetElapsedTime(started) < during)
        {
            var at = Stopwatch.GetTimestamp();
            command.Parameters[1].Value = Guid.CreateVersion7();
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            each.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        return (each.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, Median(each));
    }

    /// <summary>Events a second through the store: each caller writes a stream of its own, waiting for each outcome.</summary>
    private static async Task<double> SinglesAsync(EventLog store, int callers, int events, int seconds)
    {
        var started = Stopwatch.GetTimestamp();
        var during = TimeSpan.FromSeconds(seconds);
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var stream = $"book/{Guid.NewGuid():N}";
            var version = 0L;
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < during)
            {
                var id = Guid.CreateVersion7().ToString();
                var facts = new NewFact[events];
                for (var i = 0; i < events; i++) facts[i] = new(stream, "voucher-posted.1", Data, id, "accountant-1");
                if (await store.AppendAsync(new(facts, new Dictionary<string, long> { [stream] = version }, [new(id, Data, "accountant-1", 0, events - 1, stream)])).ConfigureAwait(false) is not AppendResult.Done)
                    throw new InvalidOperationException("An append of the measuring was not done.");
                version += events;
                count += events;
            }

            return count;
        }))).ConfigureAwait(false);
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Binary COPY of the same rows into the same tables, events only, in transactions of 6,400.</summary>
    private static async Task<double> CopyAsync(BenchDatabase database, int seconds)
    {
        await using var session = new NpgsqlConnection(database.Connection);
        await session.OpenAsync().ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        var count = 0L;
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            var stream = $"copy/{Guid.NewGuid():N}";
            await using var transaction = await session.BeginTransactionAsync().ConfigureAwait(false);
            await using (var make = new NpgsqlCommand($"insert into ledger.mt_streams (id, type, version) values ('{stream}', 'copy', 6400)", session)) await make.ExecuteNonQueryAsync().ConfigureAwait(false);
            await using (var range = new NpgsqlCommand("select setval('ledger.mt_events_sequence', (select max(seq_id) from ledger.mt_events) + 6400) - 6400", session))
            {
                var position = (long)(await range.ExecuteScalarAsync().ConfigureAwait(false))!;
                await using var copy = await session.BeginBinaryImportAsync(
                    "copy ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers) from stdin (format binary)").ConfigureAwait(false);
                for (var i = 1; i <= 6400; i++)
                {
                    await copy.StartRowAsync().ConfigureAwait(false);
                    await copy.WriteAsync(position + i, NpgsqlDbType.Bigint).ConfigureAwait(false);
                    await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid).ConfigureAwait(false);
                    await copy.WriteAsync(stream, NpgsqlDbType.Text).ConfigureAwait(false);
                    await copy.WriteAsync((long)i, NpgsqlDbType.Bigint).ConfigureAwait(false);
                    await copy.WriteAsync(Data, NpgsqlDbType.Jsonb).ConfigureAwait(false);
                    await copy.WriteAsync("voucher-posted.1", NpgsqlDbType.Text).ConfigureAwait(false);
                    await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz).ConfigureAwait(false);
                    await copy.WriteAsync("""{"requestId":"01934f6e-7c1a-7000-8000-0123456789ab","by":"accountant-1","program":"bench"}""", NpgsqlDbType.Jsonb).ConfigureAwait(false);
                }

                await copy.CompleteAsync().ConfigureAwait(false);
            }

            await transaction.CommitAsync().ConfigureAwait(false);
            count += 6400;
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Median milliseconds of one <c>prepare-voucher</c>, from JSON to durable, and of one commit of the baseline, in turn: one at a time on an idle machine.</summary>
    private static async Task<(double Request, double Commit)> OneRequestAsync(BenchDatabase database, EventLog store)
    {
        const int Rounds = 20;
        const int Times = 50;
        await using var runner = new RequestRunner(store);
        await runner.AdoptRulesAsync().ConfigureAwait(false);
        await DoAsync(runner, """{"request":"register-village","id":"v","by":"a","village":"330110112201","name":"甲村","township":"乙镇","county":"丙区"}""").ConfigureAwait(false);
        await DoAsync(runner, """{"request":"open-book","id":"o","by":"a","owner":"village/330110112201","standard":"rural-2023","month":"2025-01"}""").ConfigureAwait(false);
        var (requests, commits) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            commits.Add((await BaselineAsync(database.Connection, $"baseline/{Guid.NewGuid():N}", TimeSpan.FromMinutes(1), Times).ConfigureAwait(false)).P50);
            var each = new List<double>();
            for (var i = 0; i < Times; i++)
            {
                var json = string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"request":"prepare-voucher","id":"p-{{round}}-{{i}}","by":"a","book":"village/330110112201","date":"2025-01-{{i % 28 + 1:D2}}","summary":"收仓库租金","lines":[{"account":"102","debitFen":{{i + 1}}},{"account":"501","creditFen":{{i + 1}}}]}""");
                var at = Stopwatch.GetTimestamp();
                await DoAsync(runner, json).ConfigureAwait(false);
                each.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }

            requests.Add(Median(each));
        }

        // The first rounds still compile.
        return (Median(requests[(Rounds / 2)..]), Median(commits[(Rounds / 2)..]));
    }

    private static async Task DoAsync(RequestRunner runner, string json)
    {
        if (await runner.DoAsync(RequestTypes.Read(Encoding.UTF8.GetBytes(json))).ConfigureAwait(false) is not { Kind: OutcomeKind.Done })
            throw new InvalidOperationException("A request of the measuring was not done.");
    }
}
