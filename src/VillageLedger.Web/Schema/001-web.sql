-- Who may use the pages, who is signed in, what they did. Apart from the log: the log's reader and its projector have no right here.

-- A user's id is what stands as "by" in facts: for ever, never another's, and ids that differ in case only are one person's.
create table web.account (
    id               text        collate "C" primary key,
    name             text        not null,
    password         text        not null,
    totp             bytea       null,
    totp_wanted      bytea       null,
    totp_step        bigint      not null default 0,
    is_disabled      boolean     not null default false,
    must_change      boolean     not null default false,
    is_demonstration boolean     not null default false,
    created          timestamptz not null default clock_timestamp()
);

create unique index account_id_any_case on web.account (lower(id));

-- What was given stays on record after it was taken away.
create table web.role_given (
    number   bigint      generated always as identity primary key,
    user_id  text        collate "C" not null references web.account (id),
    role     text        not null,
    at       text        not null,
    given_by text        not null,
    given_at timestamptz not null default clock_timestamp(),
    taken_by text        null,
    taken_at timestamptz null
);

create unique index role_given_held on web.role_given (user_id, role, at) where taken_at is null;

-- The id is the SHA-256 of what the browser holds: who reads this table can sign in as nobody.
create table web.session (
    id        bytea       primary key,
    handle    text        not null unique,
    user_id   text        collate "C" not null references web.account (id),
    created   timestamptz not null default clock_timestamp(),
    last_seen timestamptz not null default clock_timestamp(),
    address   text        not null,
    agent     text        not null,
    revoked   timestamptz null
);

create index session_of_user on web.session (user_id);

-- Wrong passwords by the name that was typed, whether anybody has it or not; hashed, for a password is typed there now and then.
create table web.failed_sign_in (
    name         bytea       primary key,
    failed       int         not null,
    last         timestamptz not null default clock_timestamp(),
    locked_until timestamptz null
);

-- The key ring of data protection, shared by all nodes.
create table web.key (
    name    text        primary key,
    xml     text        not null,
    created timestamptz not null default clock_timestamp()
);

grant usage on schema web to ledger_writer;
grant select, insert, update on web.account, web.role_given to ledger_writer;
grant select, insert, update, delete on web.session, web.failed_sign_in to ledger_writer;
grant select, insert on web.key to ledger_writer;
