using Npgsql;
using VillageLedger.EventStore.Tests.Laws;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Schema;

/// <summary>What each role may do, tried by SQL as that role: taken by a login, and logged in as.</summary>
public sealed class RightsTests
{
    private const string Event = "insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp) values (2, gen_random_uuid(), 'a', 2, '{}', 'noted.1', now())";

    [Theory]
    [InlineData("writer", Event)]
    [InlineData("writer", "update ledger.mt_streams set version = 1")]
    [InlineData("writer", "select key from ledger.request_key")]
    [InlineData("projector", "insert into ledger.mt_event_progression (name, last_seq_id) values ('villageledger:x', 1)")]
    [InlineData("projector", "select data from ledger.mt_events")]
    [InlineData("reader", "select data from ledger.mt_events")]
    [InlineData("reader", "select id, result from ledger.request")]
    [InlineData("reader", "select origin from ledger.identity")]
    public async Task A_role_may(string role, string sql) => await EachWayAsync(role, async source => await source.CreateCommand(sql).ExecuteNonQueryAsync());

    [Theory]
    [InlineData("writer", "update ledger.mt_events set data = '{}'")]
    [InlineData("writer", "delete from ledger.mt_events")]
    [InlineData("writer", "truncate ledger.mt_events")]
    [InlineData("writer", "delete from ledger.mt_streams")]
    [InlineData("writer", "truncate ledger.mt_streams cascade")]
    [InlineData("writer", "update ledger.request set content = ''")]
    [InlineData("writer", "delete from ledger.request")]
    [InlineData("writer", "update ledger.identity set origin = gen_random_uuid()")]
    [InlineData("writer", "update ledger.request_key set key = ''")]
    [InlineData("writer", "insert into ledger.mt_event_progression (name) values ('x')")]
    [InlineData("writer", "insert into ledger.schema_script (number) values (999)")]
    [InlineData("writer", "create table ledger.t ()")]
    [InlineData("writer", "alter table ledger.mt_events disable trigger all")]
    [InlineData("writer", "drop table ledger.mt_events")]
    [InlineData("writer", "set session_replication_role = replica")]
    [InlineData("projector", Event)]
    [InlineData("projector", "update ledger.mt_events set data = '{}'")]
    [InlineData("projector", "delete from ledger.mt_events")]
    [InlineData("projector", "update ledger.mt_streams set version = 9")]
    [InlineData("projector", "insert into ledger.request values ('x', '', '', 1, 1, 1)")]
    [InlineData("projector", "select key from ledger.request_key")]
    [InlineData("projector", "select setval('ledger.mt_events_sequence', 99)")]
    [InlineData("projector", "delete from ledger.mt_event_progression")]
    [InlineData("projector", "create table ledger.t ()")]
    [InlineData("reader", Event)]
    [InlineData("reader", "update ledger.mt_events set data = '{}'")]
    [InlineData("reader", "delete from ledger.mt_events")]
    [InlineData("reader", "select key from ledger.request_key")]
    [InlineData("reader", "insert into ledger.mt_event_progression (name) values ('x')")]
    [InlineData("reader", "update ledger.mt_streams set version = 9")]
    [InlineData("reader", "select nextval('ledger.mt_events_sequence')")]
    [InlineData("reader", "create table ledger.t ()")]
    [InlineData("reader", "select pg_advisory_lock(1)")]
    [InlineData("reader", "select pg_try_advisory_xact_lock_shared(1, 2)")]
    [InlineData("reader", "select lo_create(0)")]
    public async Task A_role_may_not(string role, string sql) => await EachWayAsync(role, async source =>
        (await Should.ThrowAsync<PostgresException>(() => source.CreateCommand(sql).ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege));

    [Fact]
    public async Task A_connection_acts_as_its_role_each_time_it_is_used()
    {
        var connection = new NpgsqlConnectionStringBuilder(await LedgerEngine.NewDatabaseAsync()) { SearchPath = "public", Options = "-c role=ledger_owner", Timezone = "Asia/Shanghai" }.ConnectionString;
        await using var source = Roles.Connect(connection, Roles.Reader, maxPoolSize: 1);
        for (var use = 0; use < 3; use++)
        {
            await using var session = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select current_user::text || ' ' || current_setting('search_path') || ' ' || current_setting('timezone')", session);
            (await command.ExecuteScalarAsync()).ShouldBe("ledger_reader ledger,pg_catalog UTC");
            // What a use leaves open ends with it.
            if (use == 1) await new NpgsqlCommand("begin; set local role none; set local search_path = public; create temporary table left_open () on commit drop", session).ExecuteNonQueryAsync();
        }
    }

    private static async Task EachWayAsync(string role, Func<NpgsqlDataSource, Task> act)
    {
        var connection = await PostgresServer.NewDatabaseAsync("one fact", async prepared =>
        {
            await using var engine = await LedgerEngine.OpenAsync(prepared);
            await engine.AppendAsync(Write.One("a", 0));
        });
        await using (var taken = Roles.Connect(connection, "ledger_" + role)) await act(taken);
        var again = await PostgresServer.NewDatabaseAsync("one fact", _ => Task.CompletedTask);
        await using var login = NpgsqlDataSource.Create(await PostgresServer.AsAsync(again, role));
        await act(login);
    }
}
