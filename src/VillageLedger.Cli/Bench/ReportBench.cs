using System.Diagnostics;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Measures <c>operating-income</c> of a year over 143 villages with 100,000 vouchers, now and at random past positions, against adding up the lines.</summary>
internal static class ReportBench
{
    private const int Vouchers = 100_000;
    private const int Villages = 143;
    private const int Times = 400;

    public static async Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress)
    {
        await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
        await using var log = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false);
        await using var models = new ReadModels(log);
        progress("143 villages, 100,000 vouchers …");
        var newest = await BenchBooks.FillAsync(log, Villages, quick ? Vouchers / 10 : Vouchers).ConfigureAwait(false);
        await models.CatchUpAsync(newest).ConfigureAwait(false);
        await database.ExecuteAsync("vacuum analyze").ConfigureAwait(false);
        progress("reports …");
        var random = new Random(1);
        await P99Async(50, () => ReadAsync(models, newest)).ConfigureAwait(false);
        var adding = await P99Async(20, () => AddLinesAsync(database.Connection, newest)).ConfigureAwait(false);
        var now = await P99Async(Times, () => ReadAsync(models, newest)).ConfigureAwait(false);
        var past = await P99Async(Times, () => ReadAsync(models, random.NextInt64(1, newest))).ConfigureAwait(false);
        print(new("operating-income-now", null, null, now, adding, now / adding));
        print(new("operating-income-past", null, null, past, adding, past / adding));
    }

    private static Task ReadAsync(ReadModels models, long position) =>
        OperatingIncome.ReadAsync(models, new(position, DateTimeOffset.UnixEpoch), Period.OfYear(2025), IncomeScope.Village);

    private static async Task AddLinesAsync(string connection, long position)
    {
        await using var session = new NpgsqlConnection(connection);
        await session.OpenAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand(
            "select book, account, sum(credit_fen - debit_fen) from books_2.line where year = 2025 and position <= $1 and kind <> 'transfer' and account like '50%' group by book, account", session)
        {
            Parameters = { new() { Value = position } },
        };
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false)) reader.GetDecimal(2);
    }

    private static async Task<double> P99Async(int times, Func<Task> work)
    {
        var each = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work().ConfigureAwait(false);
            each.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return each.Order().ElementAt((int)(times * 0.99));
    }
}
