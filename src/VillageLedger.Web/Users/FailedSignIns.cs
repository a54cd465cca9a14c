using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// Wrong passwords in a row by the name that was typed, on all nodes together. An attempt counts before its password is compared, so that many at once are no more
/// than many one after the other; a name that nobody has is locked just the same.
/// </summary>
internal sealed class FailedSignIns(WebDatabase database, UserRules rules)
{
    /// <summary>Counts an attempt; how long the name is locked still, or null.</summary>
    public async Task<TimeSpan?> BeginAsync(string name, CancellationToken cancellation)
    {
        var (failed, locked) = (await database.Source.Of(
            """
            insert into web.failed_sign_in as f (name, failed) values ($1, 1)
            on conflict (name) do update set
                failed = case when f.locked_until > clock_timestamp() then f.failed when f.locked_until is not null or f.last < clock_timestamp() - $2 then 1 else f.failed + 1 end,
                locked_until = case when f.locked_until > clock_timestamp() then f.locked_until end,
                last = clock_timestamp()
            returning failed, locked_until - clock_timestamp()
            """,
            KeyOf(name), rules.Locked).RowsAsync(reader => (reader.GetInt32(0), reader.Maybe<TimeSpan?>(1)), cancellation).ConfigureAwait(false))[0];
        return locked ?? (failed > rules.Failures ? rules.Locked : null);
    }

    /// <summary>The password was wrong: the last one allowed locks the name.</summary>
    public async Task FailAsync(string name, CancellationToken cancellation)
    {
        await database.Source.Of("update web.failed_sign_in set locked_until = clock_timestamp() + $2 where name = $1 and failed >= $3 and locked_until is null", KeyOf(name), rules.Locked, rules.Failures)
            .RunAsync(cancellation).ConfigureAwait(false);
        await database.Source.Of("delete from web.failed_sign_in where last < clock_timestamp() - $1 and coalesce(locked_until, last) < clock_timestamp() - $1", rules.Locked * 2).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The attempt was not wrong, only unfinished: a code or a new password is missing.</summary>
    public Task UndoAsync(string name, CancellationToken cancellation) =>
        database.Source.Of("update web.failed_sign_in set failed = failed - 1 where name = $1 and failed > 0", KeyOf(name)).RunAsync(cancellation);

    public Task ForgetAsync(string name, CancellationToken cancellation) => database.Source.Of("delete from web.failed_sign_in where name = $1", KeyOf(name)).RunAsync(cancellation);

#pragma warning disable CA1308 // Ids in any case are one.
    private static byte[] KeyOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name.ToLowerInvariant()));
#pragma warning restore CA1308
}
