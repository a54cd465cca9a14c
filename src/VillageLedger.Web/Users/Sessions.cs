using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace VillageLedger.Web;

/// <summary>Somebody signed in.</summary>
/// <param name="Handle">What a list calls it; it opens nothing.</param>
internal sealed record Session(string Handle, Viewer Viewer, string CsrfToken);

/// <summary>A session as its user sees it in the list of his own.</summary>
internal sealed record ListedSession(string Handle, string User, DateTimeOffset Created, DateTimeOffset LastSeen, string Address, string Agent);

/// <summary>
/// Who is signed in, shared by all nodes. A browser holds 256 random bits; the table holds their hash. A node asks again after <see cref="UserRules.Remembered"/>, and at once
/// about what it revoked itself.
/// </summary>
internal sealed class Sessions(WebDatabase database, UserRules rules, WebOptions options, TimeProvider clock) : IDisposable
{
    private const int TokenBytes = 32;
    private const int MaxRemembered = 10_000;
    private readonly ConcurrentDictionary<string, (Session Session, long At)> remembered = new(StringComparer.Ordinal);
    private CancellationTokenSource changing = new();

    /// <summary>Opens a session; returns the token for the browser.</summary>
    public async Task<string> OpenAsync(UserAccount account, string address, string agent, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await database.Source.Of("delete from web.session where created < clock_timestamp() - $1", rules.Life * 60).RunAsync(cancellation).ConfigureAwait(false);
        await database.Source.Of(
            "insert into web.session (id, handle, user_id, address, agent) values ($1, $2, $3, $4, $5)",
            HashOf(token), RandomNumberGenerator.GetHexString(16, lowercase: true), account.Id, address, agent.Length > 200 ? agent[..200] : agent).RunAsync(cancellation).ConfigureAwait(false);
        return token;
    }

    /// <summary>Whose a token is; null when nobody's, or no longer.</summary>
    /// <param name="isUse">False: asked by a page by itself, which keeps no session from ending.</param>
    public async Task<Session?> FindAsync(string token, CancellationToken cancellation, bool isUse = true)
    {
        if (token.Length != Base64Url.GetEncodedLength(TokenBytes)) return null;
        if (remembered.TryGetValue(token, out var known) && clock.GetElapsedTime(known.At) < rules.Remembered) return known.Session;
        var now = clock.GetTimestamp();
        if (await ReadAsync(token, isUse, cancellation).ConfigureAwait(false) is not { } session)
        {
            remembered.TryRemove(token, out _);
            return null;
        }

        if (remembered.Count > MaxRemembered) remembered.Clear();
        remembered[token] = (session, now);
        return session;
    }

    private async Task<Session?> ReadAsync(string token, bool isUse, CancellationToken cancellation)
    {
        var hash = HashOf(token);
        var found = await database.Source.Of(
            """
            select s.handle, a.id, a.name, array(select g.role from web.role_given g where g.user_id = a.id and g.taken_at is null order by g.number),
                array(select g.at from web.role_given g where g.user_id = a.id and g.taken_at is null order by g.number), s.last_seen < clock_timestamp() - interval '1 minute'
            from web.session s join web.account a on a.id = s.user_id
            where s.id = $1 and s.revoked is null and not a.is_disabled and (not a.is_demonstration or $4)
            and s.last_seen > clock_timestamp() - $2 and s.created > clock_timestamp() - $3
            """,
            hash, rules.Idle, rules.Life, options.IsDemonstration).RowsAsync(reader => (Session: Read(reader, token), IsOld: reader.GetBoolean(5)), cancellation).ConfigureAwait(false);
        if (found is not [var one]) return null;
        if (isUse && one.IsOld) await database.Source.Of("update web.session set last_seen = clock_timestamp() where id = $1", hash).RunAsync(cancellation).ConfigureAwait(false);
        return one.Session;
    }

    private static Session Read(NpgsqlDataReader reader, string token)
    {
        var grants = reader.GetFieldValue<string[]>(3).Zip(reader.GetFieldValue<string[]>(4), UserAccounts.GrantOf);
        return new(reader.GetString(0), new(new(reader.GetString(1)), reader.GetString(2), [.. grants]), CsrfTokenOf(token));
    }

    /// <summary>Sessions that may still be used: of one user, or everybody's.</summary>
    public Task<IReadOnlyList<ListedSession>> ListAsync(string? user, CancellationToken cancellation) => database.Source.Of(
        """
        select handle, user_id, created, last_seen, address, agent from web.session
        where revoked is null and ($1::text is null or user_id = $1) and last_seen > clock_timestamp() - $2 and created > clock_timestamp() - $3 order by last_seen desc
        """,
        user, rules.Idle, rules.Life).RowsAsync(reader => new ListedSession(reader.GetString(0), reader.GetString(1), reader.Instant(2), reader.Instant(3), reader.GetString(4), reader.GetString(5)), cancellation);

    /// <summary>Ends a session of a user, or of anybody where none is named; false when there is none.</summary>
    public Task<bool> RevokeAsync(string handle, string? user, CancellationToken cancellation) =>
        EndAsync(database.Source.Of("update web.session set revoked = clock_timestamp() where handle = $1 and ($2::text is null or user_id = $2) and revoked is null", handle, user), cancellation);

    /// <summary>Ends all sessions of a user but one.</summary>
    public Task RevokeAllAsync(string user, string? butHandle, CancellationToken cancellation) =>
        EndAsync(database.Source.Of("update web.session set revoked = clock_timestamp() where user_id = $1 and handle is distinct from $2::text and revoked is null", user, butHandle), cancellation);

    /// <summary>Cancelled when a session was ended or a role given or taken at this node.</summary>
    public CancellationToken Changed => changing.Token;

    /// <summary>What is known of users is asked again: a role was given or taken.</summary>
    public void Forget()
    {
        remembered.Clear();
        // Never disposed of: who listens may still hold its token.
        _ = Interlocked.Exchange(ref changing, new()).CancelAsync();
    }

    public void Dispose() => changing.Dispose();

    private async Task<bool> EndAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var ended = await command.RunAsync(cancellation).ConfigureAwait(false) > 0;
        Forget();
        return ended;
    }

    /// <summary>Follows from the session's token, which no other site can read; it opens nothing by itself.</summary>
    private static string CsrfTokenOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("csrf:" + token)));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
