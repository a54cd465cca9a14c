using Npgsql;

namespace VillageLedger.Web;

/// <summary>Users and the roles given to them.</summary>
internal sealed class UserAccounts(WebDatabase database)
{
    private const string Columns = "id, name, password, totp, totp_wanted, is_disabled, must_change, is_demonstration";

    /// <summary>A user by his id, in whatever case it was typed.</summary>
    public async Task<UserAccount?> FindAsync(string id, CancellationToken cancellation) =>
        await database.Source.Of($"select {Columns} from web.account where lower(id) = lower($1)", id).RowsAsync(Read, cancellation).ConfigureAwait(false) is [var account] ? account : null;

    /// <summary>Makes a user; false when somebody has that id already.</summary>
    public async Task<bool> AddAsync(UserAccount account, CancellationToken cancellation) => await database.Source.Of(
        "insert into web.account (id, name, password, must_change, is_demonstration) values ($1, $2, $3, $4, $5) on conflict do nothing",
        account.Id, account.Name, account.Password, account.MustChange, account.IsDemonstration).RunAsync(cancellation).ConfigureAwait(false) == 1;

    public Task SetNameAsync(string id, string name, CancellationToken cancellation) =>
        database.Source.Of("update web.account set name = $2 where id = $1", id, name).RunAsync(cancellation);

    public Task SetDisabledAsync(string id, bool isDisabled, CancellationToken cancellation) =>
        database.Source.Of("update web.account set is_disabled = $2 where id = $1", id, isDisabled).RunAsync(cancellation);

    public Task SetPasswordAsync(string id, string hash, bool mustChange, CancellationToken cancellation) =>
        database.Source.Of("update web.account set password = $2, must_change = $3 where id = $1", id, hash, mustChange).RunAsync(cancellation);

    /// <summary>Keeps a secret that is shown and waits for its first code.</summary>
    public Task WantTotpAsync(string id, byte[] secret, CancellationToken cancellation) =>
        database.Source.Of("update web.account set totp_wanted = $2 where id = $1", id, secret).RunAsync(cancellation);

    /// <summary>The secret that waited is asked for from now on; false when it is no longer the one that waits.</summary>
    public async Task<bool> ConfirmTotpAsync(string id, byte[] secret, long step, CancellationToken cancellation) => await database.Source.Of(
        "update web.account set totp = totp_wanted, totp_wanted = null, totp_step = $3 where id = $1 and totp_wanted = $2", id, secret, step).RunAsync(cancellation).ConfigureAwait(false) == 1;

    public Task RemoveTotpAsync(string id, CancellationToken cancellation) =>
        database.Source.Of("update web.account set totp = null, totp_wanted = null where id = $1", id).RunAsync(cancellation);

    /// <summary>Uses up a step of the clock; false when it, or a later one, was used before.</summary>
    public async Task<bool> UseStepAsync(string id, long step, CancellationToken cancellation) =>
        await database.Source.Of("update web.account set totp_step = $2 where id = $1 and totp_step < $2", id, step).RunAsync(cancellation).ConfigureAwait(false) == 1;

    /// <summary>Gives a role; false when he has it.</summary>
    public async Task<bool> GiveAsync(string id, Grant grant, string by, CancellationToken cancellation) => await database.Source.Of(
        "insert into web.role_given (user_id, role, at, given_by) values ($1, $2, $3, $4) on conflict do nothing", id, grant.Role.Name(), grant.At, by).RunAsync(cancellation).ConfigureAwait(false) == 1;

    /// <summary>Takes a role away; false when he does not have it.</summary>
    public async Task<bool> TakeAsync(string id, Grant grant, string by, CancellationToken cancellation) => await database.Source.Of(
        "update web.role_given set taken_by = $4, taken_at = clock_timestamp() where user_id = $1 and role = $2 and at = $3 and taken_at is null",
        id, grant.Role.Name(), grant.At, by).RunAsync(cancellation).ConfigureAwait(false) == 1;

    public async Task<IReadOnlyList<Grant>> GrantsAsync(string id, CancellationToken cancellation) => await database.Source.Of(
        "select role, at from web.role_given where user_id = $1 and taken_at is null order by number", id)
        .RowsAsync(reader => GrantOf(reader.GetString(0), reader.GetString(1)), cancellation).ConfigureAwait(false);

    /// <summary>Everybody, or one, with his roles.</summary>
    public async Task<IReadOnlyList<ListedUser>> ListAsync(string? id, CancellationToken cancellation)
    {
        var roles = await database.Source.Of(
            "select user_id, role, at, given_by, given_at from web.role_given where taken_at is null and ($1::text is null or user_id = $1) order by number", id)
            .RowsAsync(reader => (User: reader.GetString(0), Given: new GivenRole(GrantOf(reader.GetString(1), reader.GetString(2)), reader.GetString(3), reader.Instant(4))), cancellation).ConfigureAwait(false);
        var byUser = roles.ToLookup(row => row.User, row => row.Given, StringComparer.Ordinal);
        return await database.Source.Of(
            $"select {Columns}, created, (select max(s.last_seen) from web.session s where s.user_id = a.id) from web.account a where $1::text is null or id = $1 order by id", id)
            .RowsAsync(reader => new ListedUser(Read(reader), reader.Instant(8), reader.Maybe<DateTimeOffset?>(9), [.. byUser[reader.GetString(0)]]), cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends a user's sessions from where no sessions are kept: the nodes see it within <see cref="UserRules.Remembered"/>.</summary>
    public Task EndSessionsAsync(string id, CancellationToken cancellation) =>
        database.Source.Of("update web.session set revoked = clock_timestamp() where user_id = $1 and revoked is null", id).RunAsync(cancellation);

    internal static Grant GrantOf(string role, string at) => new(RoleNames.Parse(role) ?? throw new InvalidOperationException($"The role {role} is not known."), at);

    private static UserAccount Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.Maybe<byte[]>(3), reader.Maybe<byte[]>(4), reader.GetBoolean(5), reader.GetBoolean(6), reader.GetBoolean(7));
}
