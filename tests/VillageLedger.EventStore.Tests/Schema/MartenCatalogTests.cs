using Npgsql;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Schema;

/// <summary>The tables of the log are Marten's (9.29, string stream ids, metadata columns on): read from the catalog, compared word for word.</summary>
public sealed class MartenCatalogTests
{
    private static readonly string[] Tables = ["mt_streams", "mt_events", "mt_event_progression"];
    private string? connection;

    [Fact]
    public async Task Columns_are_Martens_and_no_others() =>
        (await ListAsync(
            """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attidentity <> '' or a.attgenerated <> '' then ' generated' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relnamespace = 'ledger'::regnamespace and c.relname = any($1) and a.attnum > 0 and not a.attisdropped order by array_position($1, c.relname::text), a.attnum
            """)).ShouldBe(
        [
            "mt_streams.id character varying not null",
            "mt_streams.type character varying",
            "mt_streams.version bigint",
            "mt_streams.timestamp timestamp with time zone not null default now()",
            "mt_streams.created timestamp with time zone not null default now()",
            "mt_streams.tenant_id character varying default '*DEFAULT*'::character varying",
            "mt_streams.is_archived boolean default false",
            "mt_events.seq_id bigint not null",
            "mt_events.id uuid not null",
            "mt_events.stream_id character varying",
            "mt_events.version bigint not null",
            "mt_events.data jsonb not null",
            "mt_events.bdata bytea",
            "mt_events.type character varying(500) not null",
            "mt_events.timestamp timestamp with time zone not null",
            "mt_events.tenant_id character varying default '*DEFAULT*'::character varying",
            "mt_events.mt_dotnet_type character varying",
            "mt_events.correlation_id character varying",
            "mt_events.causation_id character varying",
            "mt_events.headers jsonb",
            "mt_events.is_archived boolean default false",
            "mt_event_progression.name character varying not null",
            "mt_event_progression.last_seq_id bigint",
            "mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()",
        ]);

    [Fact]
    public async Task Constraints_are_Martens_and_no_others() =>
        (await ListAsync(
            """
            select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            -- Version 18 lists "not null" here as well; it is compared with the columns.
            where c.relnamespace = 'ledger'::regnamespace and c.relname = any($1) and k.contype <> 'n' order by array_position($1, c.relname::text), k.conname
            """)).ShouldBe(
        [
            "mt_streams pkey_mt_streams_id PRIMARY KEY (id)",
            "mt_events fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES ledger.mt_streams(id) ON DELETE CASCADE",
            "mt_events pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
            "mt_event_progression pk_mt_event_progression PRIMARY KEY (name)",
        ]);

    [Fact]
    public async Task Indexes_are_Martens_and_no_others() =>
        (await ListAsync("select indexdef from pg_indexes where schemaname = 'ledger' and tablename = any($1) order by array_position($1, tablename::text), indexname")).ShouldBe(
        [
            "CREATE UNIQUE INDEX pkey_mt_streams_id ON ledger.mt_streams USING btree (id)",
            "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ledger.mt_events USING btree (stream_id, version)",
            "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON ledger.mt_events USING btree (seq_id)",
            "CREATE UNIQUE INDEX pk_mt_event_progression ON ledger.mt_event_progression USING btree (name)",
        ]);

    [Fact]
    public async Task The_sequence_is_Martens() =>
        (await ListAsync(
            """
            select format('%s %s start %s increment %s min %s cache %s cycle %s owned by %s.%s', s.relname, format_type(q.seqtypid, null), q.seqstart, q.seqincrement, q.seqmin, q.seqcache, q.seqcycle, t.relname, a.attname)
            from pg_sequence q join pg_class s on s.oid = q.seqrelid join pg_depend d on d.objid = s.oid and d.deptype = 'a'
            join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
            where s.relnamespace = 'ledger'::regnamespace and t.relname = any($1)
            """)).ShouldBe(["mt_events_sequence bigint start 1 increment 1 min 1 cache 1 cycle f owned by mt_events.seq_id"]);

    [Fact]
    public async Task Triggers_rules_and_policies_are_none_and_other_tables_are_ours()
    {
        (await ListAsync(
            """
            select tgname::text from pg_trigger where tgrelid::regclass::text = any(select 'ledger.' || unnest($1)) and not tgisinternal
            union all select rulename::text from pg_rules where tablename = any($1) union all select policyname::text from pg_policies where tablename = any($1)
            """)).ShouldBeEmpty();
        (await ListAsync("select tablename::text from pg_tables where schemaname = 'ledger' and tablename <> all($1) order by 1")).ShouldBe(["identity", "request", "request_key", "schema_script"]);
    }

    [Theory]
    [InlineData("alter table ledger.mt_events add extra int", nameof(Columns_are_Martens_and_no_others))]
    [InlineData("create index extra on ledger.mt_events (type)", nameof(Indexes_are_Martens_and_no_others))]
    [InlineData("alter table ledger.mt_streams add constraint extra check (version > 0)", nameof(Constraints_are_Martens_and_no_others))]
    public async Task What_is_added_is_seen(string planted, string seenBy)
    {
        connection = await LedgerEngine.NewDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(connection)) await source.CreateCommand(planted).ExecuteNonQueryAsync();

        await Assert.ThrowsAsync<ShouldAssertException>(() => (Task)GetType().GetMethod(seenBy)!.Invoke(this, [])!);
    }

    private async Task<IReadOnlyList<string>> ListAsync(string query)
    {
        await using var source = NpgsqlDataSource.Create(connection ??= await LedgerEngine.NewDatabaseAsync());
        await using var command = source.CreateCommand(query);
        command.Parameters.Add(new() { Value = Tables });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
