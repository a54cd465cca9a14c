-- The log: Marten's tables (9.29, string stream ids, single tenancy, metadata columns on), and beside them tables of our own.
-- Nothing of ours is added to Marten's tables: its schema comparison would drop it.

create table ledger.mt_streams (
    id          varchar     not null constraint pkey_mt_streams_id primary key,
    type        varchar     null,
    version     bigint      null,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    tenant_id   varchar     null default '*DEFAULT*',
    is_archived boolean     null default false
);

create table ledger.mt_events (
    seq_id         bigint       not null constraint pkey_mt_events_seq_id primary key,
    id             uuid         not null,
    stream_id      varchar      null constraint fkey_mt_events_stream_id references ledger.mt_streams (id) on delete cascade,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    timestamp      timestamptz  not null,
    tenant_id      varchar      null default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    correlation_id varchar      null,
    causation_id   varchar      null,
    headers        jsonb        null,
    is_archived    boolean      null default false
);

create unique index pk_mt_events_stream_and_version on ledger.mt_events (stream_id, version);

create sequence ledger.mt_events_sequence owned by ledger.mt_events.seq_id;

create table ledger.mt_event_progression (
    name         varchar     not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint      null,
    last_updated timestamptz null default transaction_timestamp()
);

-- Which ledger this is. The origin becomes part of what is hashed.
create table ledger.identity (
    only_one boolean     primary key default true check (only_one),
    origin   uuid        not null,
    county   text        null,
    created  timestamptz not null default clock_timestamp()
);

-- What was asked, so that asking twice does nothing. Content is kept as a keyed hash only.
create table ledger.request (
    id             text   collate "C" primary key,
    content        bytea  not null,
    by             text   not null,
    first_position bigint not null,
    last_position  bigint not null,
    append_end     bigint not null,
    stream         text   null,
    result         jsonb  null
);

create table ledger.request_key (
    only_one boolean primary key default true check (only_one),
    key      bytea   not null
);

grant usage on schema ledger to ledger_writer, ledger_projector, ledger_reader;
grant select on all tables in schema ledger to ledger_writer, ledger_projector, ledger_reader;
revoke all on ledger.request_key from ledger_projector, ledger_reader;
grant insert on ledger.mt_events, ledger.request to ledger_writer;
grant insert, update on ledger.mt_streams to ledger_writer;
grant usage, update on sequence ledger.mt_events_sequence to ledger_writer;
grant insert, update on ledger.mt_event_progression to ledger_projector;
