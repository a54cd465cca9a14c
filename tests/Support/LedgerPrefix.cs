using Npgsql;

namespace VillageLedger.Support;

/// <summary>Ledgers that end earlier than another one.</summary>
public static class LedgerPrefix
{
    /// <summary>A new ledger with the first facts of another, and the requests that made them.</summary>
    public static async Task<string> CopyAsync(string ledger, long position)
    {
        var copy = await TestLedger.EmptyDatabaseAsync();
        await using var from = new NpgsqlConnection(ledger);
        await using var to = new NpgsqlConnection(copy);
        await from.OpenAsync();
        await to.OpenAsync();
        foreach (var (table, rows) in new[]
        {
            ("mt_streams (id, type, version)", $"select s.id, s.type, (select max(version) from ledger.mt_events e where e.stream_id = s.id and e.seq_id <= {position}) from ledger.mt_streams s where s.id in (select stream_id from ledger.mt_events where seq_id <= {position})"),
            ("mt_events", $"select * from ledger.mt_events where seq_id <= {position}"),
            ("request", $"select * from ledger.request where first_position <= {position}"),
        })
        {
            await using var source = await from.BeginRawBinaryCopyAsync($"copy ({rows}) to stdout (format binary)");
            await using var target = await to.BeginRawBinaryCopyAsync($"copy ledger.{table} from stdin (format binary)");
            await source.CopyToAsync(target);
        }

        return copy;
    }
}
