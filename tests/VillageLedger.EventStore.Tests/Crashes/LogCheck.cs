using Npgsql;

namespace VillageLedger.EventStore.Tests.Crashes;

/// <summary>What must hold of a log after whatever happened: nothing half there, nothing twice, no gap. Each query lists what is wrong.</summary>
internal static class LogCheck
{
    private static readonly (string Rule, string Query)[] Rules =
    [
        ("positions run from 1 without a gap", "select seq_id::text from (select seq_id, row_number() over (order by seq_id) as n from ledger.mt_events) as e where seq_id <> n"),
        ("versions of a stream run from 1 without a gap",
            "select stream_id || ' ' || version from (select stream_id, version, row_number() over (partition by stream_id order by seq_id) as n from ledger.mt_events) as e where version <> n"),
        ("a stream's version is its last fact's",
            "select s.id from ledger.mt_streams s left join (select stream_id, max(version) as version from ledger.mt_events group by 1) as e on e.stream_id = s.id where s.version is distinct from e.version"),
        ("every fact is of a stored request and lies between its positions",
            """
            select e.seq_id::text from ledger.mt_events e left join ledger.request r on r.id = e.headers ->> 'requestId'
            where r.id is null or e.seq_id not between r.first_position and r.append_end
            """),
        ("every request has all of its facts, once",
            """
            select r.id from ledger.request r left join (select headers ->> 'requestId' as id, count(*) as n from ledger.mt_events group by 1) as e on e.id = r.id
            where e.n is distinct from r.append_end - r.first_position + 1
            """),
        ("numbers of a book run from 1 without a gap", "select stream_id || ' ' || version from ledger.mt_events where data ? 'number' and (data ->> 'number')::bigint <> version"),
        ("recorded time never goes back", "select seq_id::text from (select seq_id, timestamp, lag(timestamp) over (order by seq_id) as before from ledger.mt_events) as e where timestamp < before"),
        ("the sequence of Marten is not behind", "select last_value::text from ledger.mt_events_sequence where last_value < (select max(seq_id) from ledger.mt_events)"),
    ];

    public static async Task IsWholeAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        foreach (var (rule, query) in Rules)
        {
            var wrong = new List<string>();
            await using var command = source.CreateCommand(query + " limit 5");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) wrong.Add(reader.GetString(0));
            wrong.ShouldBeEmpty(rule);
        }
    }

    /// <summary>Position and append's end of every request in the log.</summary>
    public static async Task<IReadOnlyDictionary<string, (long First, long End)>> RequestsAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand("select id, first_position, append_end from ledger.request");
        await using var reader = await command.ExecuteReaderAsync();
        var requests = new Dictionary<string, (long, long)>();
        while (await reader.ReadAsync()) requests.Add(reader.GetString(0), (reader.GetInt64(1), reader.GetInt64(2)));
        return requests;
    }
}
