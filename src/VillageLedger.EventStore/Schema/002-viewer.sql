-- What a viewer may know of streams. The scope is set for one transaction: ledger.scope the owners whose books are seen ('*' for everything), ledger.held the companies and ventures of which one of these holds a part.
-- Nothing is added to Marten's tables. Whose a stream is stands in its name, or in its first fact.
create view ledger.viewer_stream with (security_barrier) as
select id, owner, is_whole
from (
    select s.id, o.owner,
           (select current_setting('ledger.scope', true)) = '*'
               or coalesce(o.owner in (select unnest(string_to_array(current_setting('ledger.scope', true), ','))), false)
               or o.owner is null and split_part(s.id, '/', 1) in ('rules', 'place', 'thresholds', 'party', 'village-group', 'approvals') as is_whole,
           coalesce(o.owner in (select unnest(string_to_array(current_setting('ledger.held', true), ','))), false) as is_held
    from ledger.mt_streams s
    cross join lateral (
        select case split_part(s.id, '/', 1)
            when 'village' then s.id
            when 'company' then s.id
            when 'venture' then s.id
            when 'shares' then 'village/' || split_part(s.id, '/', 2)
            when 'dividend' then (select e.data ->> 'payer' from ledger.mt_events e where e.stream_id = s.id and e.version = 1)
            when 'member' then (select 'village/' || (e.data ->> 'village') from ledger.mt_events e where e.stream_id = s.id and e.version = 1)
            when 'invoice' then (select e.data ->> 'book' from ledger.mt_events e where e.stream_id = s.id and e.version = 1)
            else case when split_part(s.id, '/', 2) in ('village', 'company', 'venture') then split_part(s.id, '/', 2) || '/' || split_part(s.id, '/', 3) end
        end as owner) as o) as seen
where is_whole or is_held;

grant usage on schema ledger to ledger_viewer;
grant select on ledger.viewer_stream to ledger_viewer;
