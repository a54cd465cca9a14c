-- Who did or read what, when and from where (财会〔2024〕12号 art. 32). Only added to: nobody has the right to change a row, the trigger refuses it even to the owner, and each row's
-- hash holds the hash of the row before it.

create table web.operation (
    number   bigint      primary key,
    at       timestamptz not null,
    user_id  text        collate "C" not null,
    session  text        not null,
    address  text        not null,
    method   text        not null,
    action   text        not null,
    target   text        not null,
    content  text        not null,
    outcome  text        not null,
    status   int         not null,
    position bigint      null,
    hash     bytea       not null
);

create index operation_of_user on web.operation (user_id, number);
create index operation_at on web.operation (at);

create function web.refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'The operation log is only added to.' using errcode = 'insufficient_privilege'; end $$;

create trigger operation_only_added_to before update or delete or truncate on web.operation for each statement execute function web.refuse_change();

grant select, insert on web.operation to ledger_writer;

-- The number and hash of each group's last row, for another owner: whoever may shorten the log cannot make these agree.
set local role none;
create schema web_heads authorization ledger_projector;
set local role ledger_projector;
create table web_heads.head (number bigint primary key, hash bytea not null, at timestamptz not null default clock_timestamp());
revoke all on web_heads.head from public;
grant usage on schema web_heads to ledger_writer;
grant select, insert on web_heads.head to ledger_writer;
set local role ledger_owner;
