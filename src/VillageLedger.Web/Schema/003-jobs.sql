-- Work that takes longer than a request: where it is, for whoever asked for it, at whichever node. A node that works tells so every few seconds; what nobody tells of any more has failed with its node.
create table web.job (
    id        text        collate "C" primary key,
    user_id   text        collate "C" not null,
    kind      text        not null,
    asked     jsonb       not null,
    state     text        not null default 'running' check (state in ('running', 'done', 'failed', 'cancelled')),
    done      bigint      not null default 0,
    total     bigint      not null default 0,
    started   timestamptz not null default clock_timestamp(),
    told      timestamptz not null default clock_timestamp(),
    cancel    boolean     not null default false,
    result    jsonb       null,
    file_name text        null
);

create index job_user on web.job (user_id, started);

-- The log is read from its beginning by one replay at a time.
create unique index job_replay on web.job (kind) where kind = 'replay' and state = 'running';

-- The file that a job made, in pieces of 1 MiB.
create table web.job_piece (
    job    text  collate "C" not null references web.job (id) on delete cascade,
    number int   not null,
    bytes  bytea not null,
    primary key (job, number)
);

alter table web.job_piece alter column bytes set storage external;

grant select, insert, update, delete on web.job to ledger_writer;
grant select, insert, delete on web.job_piece to ledger_writer;
